"""The lines of short notes edited: one line at a time, in a file that is otherwise left as it is."""
