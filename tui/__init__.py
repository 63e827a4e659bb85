"""What a person sees on a terminal; no judgement of its own, and nothing heavy ever imported."""
