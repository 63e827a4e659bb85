"""Whether gold answers and built documents agree; reads the documents without the product."""
