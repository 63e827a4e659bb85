"""An assessment for people: the same content in several forms, one writer per form."""
