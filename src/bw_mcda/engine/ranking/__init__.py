"""Ways to put alternatives in order.

To add a method: a function in ``pymcdm_bridge`` when pymcdm has it right, else a file of its own; a
record in ``records``; its name and one sentence in ``texts/<language>/methods.toml``; a published
case in ``tests/published_cases/ranking``. Tests fail while one of these is missing, and hold the
new method to every law that is not excepted with a reason and a table that shows it.
"""
