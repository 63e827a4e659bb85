"""What an author of checklists needs: check, begin anew, and try a change on a document.

Nothing here judges a supplier; it tells what the data would do.
"""
