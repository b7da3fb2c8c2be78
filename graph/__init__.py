"""From statements to answers: Turtle, queries, checks, views and exports."""
