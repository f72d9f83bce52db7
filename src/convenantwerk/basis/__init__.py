"""What every floor stands on: findings and their codes, dates, periods, files, YAML."""
