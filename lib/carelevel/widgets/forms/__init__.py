"""A group before and after: a trainee's form, and a supervisor's groups with their figures."""
