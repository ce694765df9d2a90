"""A register of plan against actual: a spreadsheet becomes rows with amounts, or faults."""
