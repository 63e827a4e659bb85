"""The Word templates that ship with the program, the script that makes them, and the web page."""
