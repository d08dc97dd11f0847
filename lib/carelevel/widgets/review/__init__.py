"""A bank as a whole: its cases, blind answers, how far supervisors agree, and pages of figures."""
