"""Names and phrases -> places on the map, days of the calendar, parties to a war."""
