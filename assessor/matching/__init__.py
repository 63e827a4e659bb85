"""Passages × questions → candidates for evidence, each with why it may count.

Terms first, then word and meaning heads, then the context; what is only a question, a heading or
guidance is left out. What a candidate is worth is decided in judging.
"""
