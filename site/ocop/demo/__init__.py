"""Sample data (MẪU) as readable files, and the modules that carry them into the database through the apps' services."""
