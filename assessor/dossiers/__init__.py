"""What is kept: submissions, the machine's view of them, and what people made of it."""
