"""What the calendar reads in sentences of its own table: span, type, value and days."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from whosays.ground.calendar import Calendar
from whosays.model import TimePrecision

WEDNESDAY = date(2024, 12, 4)
CALENDAR = Calendar()

# The sentence with the time in brackets | type | value | days ("-" is none). Published on a Wednesday.
SENTENCES = """
A shell hit the bakery on [Friday]. | DATE | 2024-11-29 | 2024-11-29
The quarry was bombed on [Wednesday]. | DATE | 2024-12-04 | 2024-12-04
Two drivers were freed [Thursday], the clinic said. | DATE | 2024-11-28 | 2024-11-28
The envoys will meet on [Friday]. | DATE | 2024-12-06 | 2024-12-06
A convoy is expected to reach the valley [Saturday]. | DATE | 2024-12-07 | 2024-12-07
On [Monday], the council will vote. | DATE | 2024-12-09 | 2024-12-09
A meeting, to be held on [Monday], was announced. | DATE | 2024-12-09 | 2024-12-09
On [Monday], the council voted. | DATE | 2024-12-02 | 2024-12-02
Officials said that talks would resume on [Sunday]. | DATE | 2024-12-08 | 2024-12-08
[Tuesday]'s raid closed the mill. | DATE | 2024-12-03 | 2024-12-03
[Tuesdays] raid closed the mill. | DATE | 2024-12-03 | 2024-12-03
The mayor died [last Wednesday]. | DATE | 2024-11-27 | 2024-11-27
The bridge opens [next Wednesday]. | DATE | 2024-12-11 | 2024-12-11
Snipers fired [late on Tuesday]. | DATE | 2024-12-03 | 2024-12-03
Snipers fired [early Sunday]. | DATE | 2024-12-01 | 2024-12-01
The patrol was hit [Friday morning]. | TIME | 2024-11-29TMO | 2024-11-29
The patrol was hit on [Monday night]. | TIME | 2024-12-02TNI | 2024-12-02
As of [Friday afternoon] the road was shut. | TIME | 2024-11-29TAF | 2024-11-29
Nobody has slept since [Sunday evening]. | TIME | 2024-12-01TEV | 2024-12-01
The depot burned [today]. | DATE | 2024-12-04 | 2024-12-04
The depot burned [yesterday]. | DATE | 2024-12-03 | 2024-12-03
The depot reopens [tomorrow]. | DATE | 2024-12-05 | 2024-12-05
The depot burned [yesterday evening]. | TIME | 2024-12-03TEV | 2024-12-03
The siren wailed [this morning]. | TIME | 2024-12-04TMO | 2024-12-04
The siren wailed [last night]. | TIME | 2024-12-03TNI | 2024-12-03/2024-12-04
Drones flew over the port [overnight]. | TIME | 2024-12-03TNI | 2024-12-03/2024-12-04
A curfew begins [tonight]. | TIME | 2024-12-04TNI | 2024-12-04
Rockets fell at [dawn]. | TIME | 2024-12-04TMO | 2024-12-04
Rockets fell before [dusk on Monday]. | TIME | 2024-12-02TEV | 2024-12-02
In [the afternoon] the guns fell silent. | TIME | 2024-12-04TAF | 2024-12-04
The guns opened up at [9:15 am]. | TIME | 2024-12-04T09:15 | 2024-12-04
The guns opened up at [0600 GMT]. | TIME | 2024-12-04T06:00Z | 2024-12-04
The guns opened up at [1700 GMT]. | TIME | 2024-12-04T17:00Z | 2024-12-04
The guns opened up at [14:30 local time]. | TIME | 2024-12-04T14:30 | 2024-12-04
The guns opened up at [6 a.m. Friday]. | TIME | 2024-11-29T06:00 | 2024-11-29
The guns opened up at [5 p.m. on 2 December]. | TIME | 2024-12-02T17:00 | 2024-12-02
The guns opened up [around 7:15 p.m.] in the rain. | TIME | 2024-12-04T19:15 | 2024-12-04
The guns opened up at [8.15 pm]. | TIME | 2024-12-04T20:15 | 2024-12-04
The guns opened up at [ten o'clock]. | TIME | 2024-12-04T10:00 | 2024-12-04
The shop shut at [12 a.m.] sharp. | TIME | 2024-12-04T00:00 | 2024-12-04
The shop shut at [12 p.m.] sharp. | TIME | 2024-12-04T12:00 | 2024-12-04
The truce held until [noon on Tuesday]. | TIME | 2024-12-03T12:00 | 2024-12-03
The truce held until [midnight]. | TIME | 2024-12-04T24:00 | 2024-12-04
The raid of [November 29] failed. | DATE | 2024-11-29 | 2024-11-29
The raid of [29 November] failed. | DATE | 2024-11-29 | 2024-11-29
The raid of [Nov. 29] failed. | DATE | 2024-11-29 | 2024-11-29
The raid of [29 Nov. 2016] failed. | DATE | 2016-11-29 | 2016-11-29
The raid of [November 29, 2016] failed. | DATE | 2016-11-29 | 2016-11-29
The raid of [the 29th of November] failed. | DATE | 2024-11-29 | 2024-11-29
The raid of [Friday, November 29, 2024], failed. | DATE | 2024-11-29 | 2024-11-29
[Sat Mar 12 2016] Port closed. | DATE | 2016-03-12 | 2016-03-12
[Wed 01 Oct 2014] Port closed. | DATE | 2014-10-01 | 2014-10-01
The raid of [March eighth] failed. | DATE | 2024-03-08 | 2024-03-08
The raid of [29/11/2016] failed. | DATE | 2016-11-29 | 2016-11-29
The raid of [29.11.2016] failed. | DATE | 2016-11-29 | 2016-11-29
The raid of [18-07-2015] failed. | DATE | 2015-07-18 | 2015-07-18
The raid of [3/4/2016] failed. | DATE | 2016-04-03 | 2016-04-03
The raid of [11/29/16] failed. | DATE | 2016-11-29 | 2016-11-29
The raid of [29/11/98] failed. | DATE | 1998-11-29 | 1998-11-29
The raid of [2016-11-29] failed. | DATE | 2016-11-29 | 2016-11-29
The raid of [2016-11-29T04:30] failed. | TIME | 2016-11-29T04:30 | 2016-11-29
The well ran dry on [Jan. 3], farmers said. | DATE | 2025-01-03 | 2025-01-03
The well ran dry on [27 February]. | DATE | 2024-02-27 | 2024-02-27
Voting will be held on [27 February]. | DATE | 2025-02-27 | 2025-02-27
The raid of [5 Kanoun al-Awwal 2016] failed. | DATE | 2016-12-05 | 2016-12-05
The raid of [12 Nisan 2015] failed. | DATE | 2015-04-12 | 2015-04-12
Gifts were handed out on [Christmas Eve]. | DATE | 2024-12-24 | 2024-12-24
Fireworks were banned on [New Year's Day 2016]. | DATE | 2016-01-01 | 2016-01-01
The siege began in [October]. | DATE | 2024-10 | 2024-10-01/2024-10-31
The siege began in [March]. | DATE | 2024-03 | 2024-03-01/2024-03-31
The dam will open in [May]. | DATE | 2025-05 | 2025-05-01/2025-05-31
The siege began in [December]. | DATE | 2024-12 | 2024-12-01/2024-12-31
The siege began in [July 2012]. | DATE | 2012-07 | 2012-07-01/2012-07-31
The siege began in [August of 2013]. | DATE | 2013-08 | 2013-08-01/2013-08-31
The siege began in [February 2016]. | DATE | 2016-02 | 2016-02-01/2016-02-29
The siege began in [June last year]. | DATE | 2023-06 | 2023-06-01/2023-06-30
The siege began in [early September]. | DATE | 2024-09 | 2024-09-01/2024-09-30
The siege began in [mid-October]. | DATE | 2024-10 | 2024-10-01/2024-10-31
The siege began in [late March 2011]. | DATE | 2011-03 | 2011-03-01/2011-03-31
The siege began at [the beginning of August]. | DATE | 2024-08 | 2024-08-01/2024-08-31
The siege began [last November]. | DATE | 2024-11 | 2024-11-01/2024-11-30
The siege began [last December]. | DATE | 2023-12 | 2023-12-01/2023-12-31
The siege began in [2013]. | DATE | 2013 | 2013-01-01/2013-12-31
The siege began in [early 2016]. | DATE | 2016 | 2016-01-01/2016-12-31
The siege began at [the end of 2016]. | DATE | 2016 | 2016-01-01/2016-12-31
The siege began at [the end of last year]. | DATE | 2023 | 2023-01-01/2023-12-31
The [1982] siege lasted a summer long. | DATE | 1982 | 1982-01-01/1982-12-31
The siege began in [nineteen eighty-two]. | DATE | 1982 | 1982-01-01/1982-12-31
The plant was built in [the 1970s]. | DATE | 197 | 1970-01-01/1979-12-31
The plant was built in [the late 1970s]. | DATE | 197 | 1970-01-01/1979-12-31
The plant was built in [the '90s]. | DATE | 199 | 1990-01-01/1999-12-31
The castle is from [the 12th century]. | DATE | 11 | 1100-01-01/1199-12-31
The siege began in [spring 2015]. | DATE | 2015-SP | 2015-03-01/2015-05-31
The siege began in [the summer of 2015]. | DATE | 2015-SU | 2015-06-01/2015-08-31
The siege began [last autumn]. | DATE | 2024-FA | 2024-09-01/2024-11-30
The siege began [last winter]. | DATE | 2023-WI | 2023-12-01/2024-02-29
Sowing starts [next spring]. | DATE | 2025-SP | 2025-03-01/2025-05-31
Exports fell in [the third quarter]. | DATE | 2024-Q3 | 2024-07-01/2024-09-30
The firm reported a [third-quarter] loss. | DATE | 2024-Q3 | 2024-07-01/2024-09-30
Exports fell in [Q1 2020]. | DATE | 2020-Q1 | 2020-01-01/2020-03-31
Exports fell in [the second quarter of 2020]. | DATE | 2020-Q2 | 2020-04-01/2020-06-30
Exports fell in [the first half of 2016]. | DATE | 2016-H1 | 2016-01-01/2016-06-30
Exports fell in [fiscal 2015]. | DATE | 2015 | 2015-01-01/2015-12-31
The wall fell [last week]. | DATE | 2024-W48 | 2024-11-25/2024-12-01
The wall will fall [next week]. | DATE | 2024-W50 | 2024-12-09/2024-12-15
The wall fell [this week]. | DATE | 2024-W49 | 2024-12-02/2024-12-04
The wall fell [earlier this week]. | DATE | 2024-W49 | 2024-12-02/2024-12-04
The wall will fall [later this week]. | DATE | 2024-W49 | 2024-12-04/2024-12-08
The wall fell [last month]. | DATE | 2024-11 | 2024-11-01/2024-11-30
The wall fell [earlier this month]. | DATE | 2024-12 | 2024-12-01/2024-12-04
The wall fell [last year]. | DATE | 2023 | 2023-01-01/2023-12-31
The wall fell [earlier this year]. | DATE | 2024 | 2024-01-01/2024-12-04
The wall will fall [early next year]. | DATE | 2025 | 2025-01-01/2025-12-31
The wall fell [last weekend]. | DATE | 2024-W48-WE | 2024-11-30/2024-12-01
Shots rang out over [the weekend]. | DATE | 2024-W48-WE | 2024-11-30/2024-12-01
The wall fell [last decade]. | DATE | 201 | 2010-01-01/2019-12-31
The wall must fall by [the end of the month]. | DATE | 2024-12 | 2024-12-01/2024-12-31
The wall fell [three days ago]. | DATE | 2024-12-01 | 2024-12-01
The wall fell [two weeks ago]. | DATE | 2024-W47 | 2024-11-18/2024-11-24
The wall fell [a month ago]. | DATE | 2024-11 | 2024-11-01/2024-11-30
The wall fell [almost nine years ago]. | DATE | 2015 | 2015-01-01/2015-12-31
The wall fell [more than two decades ago]. | DATE | 200 | 2000-01-01/2009-12-31
The wall fell [three hours ago]. | DATE | PAST_REF | 2024-12-03/2024-12-04
The wall fell [a few years ago]. | DATE | PAST_REF | -
The mill burned [the day before], villagers said. | DATE | 2024-12-03 | 2024-12-03
[The following day] the town was empty. | DATE | 2024-12-05 | 2024-12-05
The mill burned [a day earlier]. | DATE | 2024-12-03 | 2024-12-03
At least nine died in [the past 24 hours]. | DURATION | PT24H | 2024-12-03/2024-12-04
At least nine died in [the last 48 hours]. | DURATION | PT48H | 2024-12-02/2024-12-04
At least nine died in [past three days]. | DURATION | P3D | 2024-12-01/2024-12-04
At least nine died over [the last two weeks]. | DURATION | P2W | 2024-11-20/2024-12-04
At least nine died over [the past week]. | DURATION | P1W | 2024-11-27/2024-12-04
At least nine died over [the last week]. | DURATION | P1W | 2024-11-27/2024-12-04
At least nine died over [the past five years]. | DURATION | P5Y | 2019-12-04/2024-12-04
Aid should arrive within [the next two weeks]. | DURATION | P2W | 2024-12-04/2024-12-18
At least nine died over [the past several months]. | DURATION | PXM | -
At least nine died over [the last few days]. | DURATION | PXD | -
Rain is forecast for [the coming days]. | DURATION | PXD | -
They agreed on a [three-day] truce. | DURATION | P3D | -
They agreed on a [72-hour] truce. | DURATION | PT72H | -
They agreed on a [week-long] truce. | DURATION | P1W | -
The town was shelled for [six months]. | DURATION | P6M | -
The town was shelled for [twenty-four hours]. | DURATION | PT24H | -
The town was shelled for [a hundred days]. | DURATION | P100D | -
The town was shelled for [nearly two months]. | DURATION | P2M | -
The town was shelled for [more than four years]. | DURATION | P4Y | -
The town was shelled for [a couple of weeks]. | DURATION | P2W | -
The town was shelled for [several weeks]. | DURATION | PXW | -
The town was shelled for [years]. | DURATION | PXY | -
The town was shelled for [an hour and a half]. | DURATION | PT1H30M | -
The town was shelled for [half an hour]. | DURATION | PT30M | -
The town was shelled for [five and a half years]. | DURATION | P5Y6M | -
The town was shelled for [5 1/2 hours]. | DURATION | PT5H30M | -
The town was shelled for [two to three weeks]. | DURATION | P2W | -
The town was shelled for [four decades]. | DURATION | P40Y | -
The [decades-long] feud went on. | DURATION | PXY | -
Bread came [hours] after the raid. | DURATION | PTXH | -
Bread comes [every day]. | SET | P1D | -
Bread comes [every two weeks]. | SET | P2W | -
Bread comes [each month]. | SET | P1M | -
Bread comes [daily]. | SET | P1D | -
Bread comes [weekly]. | SET | P1W | -
Bread comes [twice a week]. | SET | P1W | -
Bread comes [three times a day]. | SET | P1D | -
Bread comes [every Friday]. | SET | XXXX-WXX-5 | -
Bread comes on [Mondays]. | SET | XXXX-WXX-1 | -
Bread comes on [Tuesday nights]. | SET | XXXX-WXX-2TNI | -
Bread comes [every morning]. | SET | XXXX-XX-XXTMO | -
The valley is [now] empty. | DATE | PRESENT_REF | -
The valley is [currently] empty. | DATE | PRESENT_REF | -
The valley was [recently] emptied. | DATE | PAST_REF | -
The valley was emptied in [recent weeks]. | DATE | PAST_REF | -
The valley was green in [the past]. | DATE | PAST_REF | -
The valley will be green in [the near future]. | DATE | FUTURE_REF | -
The valley will [soon] be green. | DATE | FUTURE_REF | -
The envoys must leave by [Sunday evening]. | TIME | 2024-12-08TEV | 2024-12-08
As of [Friday] the ferry was shut. | DATE | 2024-11-29 | 2024-11-29
The truce held until [Thursday]. | DATE | 2024-11-28 | 2024-11-28
Nobody has crossed since [Wednesday]. | DATE | 2024-12-04 | 2024-12-04
The kiln exploded [this Friday]. | DATE | 2024-11-29 | 2024-11-29
The kiln exploded [late Monday night]. | TIME | 2024-12-02TNI | 2024-12-02
The kiln exploded [early Monday morning]. | TIME | 2024-12-02TMO | 2024-12-02
The kiln exploded in [the early hours of Sunday]. | TIME | 2024-12-01TMO | 2024-12-01
The kiln exploded in [the small hours of Monday]. | TIME | 2024-12-02TMO | 2024-12-02
The kiln exploded in [the early hours of Tuesday morning]. | TIME | 2024-12-03TMO | 2024-12-03
The kiln exploded in [the early hours of 9 July 2015]. | TIME | 2015-07-09TMO | 2015-07-09
The kiln exploded on [the night of 28 November]. | TIME | 2024-11-28TNI | 2024-11-28
The kiln exploded on [the night of last Saturday]. | TIME | 2024-11-30TNI | 2024-11-30
The kiln exploded on [the morning of Friday, 8 May 2015]. | TIME | 2015-05-08TMO | 2015-05-08
The kiln exploded on [the evening of May 8, 2015]. | TIME | 2015-05-08TEV | 2015-05-08
The kiln exploded in [the late afternoon]. | TIME | 2024-12-04TAF | 2024-12-04
The kiln exploded at [mid-afternoon yesterday]. | TIME | 2024-12-03TAF | 2024-12-03
The kiln exploded [late afternoon on Sunday]. | TIME | 2024-12-01TAF | 2024-12-01
The kiln exploded [overnight on Sunday]. | TIME | 2024-12-01TNI | 2024-12-01/2024-12-02
The kiln exploded [overnight Sunday]. | TIME | 2024-12-01TNI | 2024-12-01/2024-12-02
The kiln exploded [Sunday overnight]. | TIME | 2024-12-01TNI | 2024-12-01/2024-12-02
The kiln exploded [overnight on 8 May 2015]. | TIME | 2015-05-08TNI | 2015-05-08/2015-05-09
The kiln exploded [overnight on Wednesday]. | TIME | 2024-12-03TNI | 2024-12-03/2024-12-04
Barges will cross [overnight on Wednesday]. | TIME | 2024-12-04TNI | 2024-12-04/2024-12-05
The kiln exploded [overnight into Tuesday]. | TIME | 2024-12-02TNI | 2024-12-02/2024-12-03
The kiln exploded [overnight into 8 May 2015]. | TIME | 2015-05-07TNI | 2015-05-07/2015-05-08
The kiln exploded [the night before]. | TIME | 2024-12-03TNI | 2024-12-03/2024-12-04
The kiln exploded [the evening before]. | TIME | 2024-12-03TEV | 2024-12-03
The kiln exploded [the day before yesterday]. | DATE | 2024-12-02 | 2024-12-02
The new kiln arrives [the day after tomorrow]. | DATE | 2024-12-06 | 2024-12-06
The kiln exploded [the year before]. | DATE | 2023 | 2023-01-01/2023-12-31
The kiln exploded [the week before]. | DATE | 2024-W48 | 2024-11-25/2024-12-01
The kiln exploded [the following Friday]. | DATE | 2024-12-06 | 2024-12-06
The kiln exploded at [18:00 Damascus time]. | TIME | 2024-12-04T18:00 | 2024-12-04
The kiln exploded at [6 pm Saudi Arabian time]. | TIME | 2024-12-04T18:00 | 2024-12-04
The kiln exploded at [18:00 Moscow time on Tuesday]. | TIME | 2024-12-03T18:00 | 2024-12-03
The kiln exploded at [18:00 EEST]. | TIME | 2024-12-04T18:00 | 2024-12-04
The kiln exploded at [1800 hours]. | TIME | 2024-12-04T18:00 | 2024-12-04
The kiln exploded at [0540 hours on 8 May 2015]. | TIME | 2015-05-08T05:40 | 2015-05-08
The kiln exploded at [3:15 pm]. | TIME | 2024-12-04T15:15 | 2024-12-04
The kiln exploded at [3pm]. | TIME | 2024-12-04T15:00 | 2024-12-04
The kiln exploded at [5 p.m. on Friday, 8 May 2015]. | TIME | 2015-05-08T17:00 | 2015-05-08
The kiln exploded in [mid-2012]. | DATE | 2012 | 2012-01-01/2012-12-31
The kiln exploded in [mid 2012]. | DATE | 2012 | 2012-01-01/2012-12-31
The kiln exploded in [late March]. | DATE | 2024-03 | 2024-03-01/2024-03-31
The kiln exploded in [early spring of 2015]. | DATE | 2015-SP | 2015-03-01/2015-05-31
The kiln exploded in [the winter of 2014]. | DATE | 2014-WI | 2014-12-01/2015-02-28
The kiln exploded at [the end of June]. | DATE | 2024-06 | 2024-06-01/2024-06-30
The kiln exploded at [the start of the year]. | DATE | 2024 | 2024-01-01/2024-12-31
The kiln exploded in [the second half of 2016]. | DATE | 2016-H2 | 2016-07-01/2016-12-31
The kiln exploded in [the last half of 2016]. | DATE | 2016-H2 | 2016-07-01/2016-12-31
The kiln exploded in [the second half of the year]. | DATE | 2024-H2 | 2024-07-01/2024-12-31
The kiln exploded in [the first half of June]. | DATE | 2024-06 | 2024-06-01/2024-06-15
The kiln exploded in [the second half of June 2015]. | DATE | 2015-06 | 2015-06-16/2015-06-30
The kiln exploded in [the last half of February 2016]. | DATE | 2016-02 | 2016-02-16/2016-02-29
The kiln exploded in [the first week of May]. | DATE | 2024-05 | 2024-05-01/2024-05-07
The kiln exploded in [the third week of May 2015]. | DATE | 2015-05 | 2015-05-15/2015-05-21
The kiln exploded in [the last week of February 2016]. | DATE | 2016-02 | 2016-02-23/2016-02-29
The kiln exploded in [the week of 5 May]. | DATE | 2024-W18 | 2024-04-29/2024-05-05
The kiln exploded in [the week of May 5, 2015]. | DATE | 2015-W19 | 2015-05-04/2015-05-10
The kiln exploded on [the weekend of 9 May 2015]. | DATE | 2015-W19-WE | 2015-05-09/2015-05-10
The kiln was built in [the eighties]. | DATE | 198 | 1980-01-01/1989-12-31
The kiln was built in [the early nineties]. | DATE | 199 | 1990-01-01/1999-12-31
The kiln was built in [the second half of the 1980s]. | DATE | 198 | 1980-01-01/1989-12-31
The year [2012] was a dry one. | DATE | 2012 | 2012-01-01/2012-12-31
Tiles broke in [the current week]. | DATE | 2024-W49 | 2024-12-02/2024-12-08
Tiles broke in [the current month]. | DATE | 2024-12 | 2024-12-01/2024-12-31
Tiles break [each July]. | SET | XXXX-07 | -
Tiles break [every March]. | SET | XXXX-03 | -
The kiln exploded on [5 Tishreen al-Awwal 2016]. | DATE | 2016-10-05 | 2016-10-05
The kiln exploded in [Tishrin al-Awal 2016]. | DATE | 2016-10 | 2016-10-01/2016-10-31
The kiln exploded on [5 Tishrin I 2016]. | DATE | 2016-10-05 | 2016-10-05
The kiln exploded on [5 Tishreen II 2016]. | DATE | 2016-11-05 | 2016-11-05
The kiln exploded on [7 Kanun al-Thani 2016]. | DATE | 2016-01-07 | 2016-01-07
The kiln exploded in [Kanoun II 2016]. | DATE | 2016-01 | 2016-01-01/2016-01-31
The kiln exploded on [3 Shubat 2016]. | DATE | 2016-02-03 | 2016-02-03
The kiln exploded on [3 Adhar 2016]. | DATE | 2016-03-03 | 2016-03-03
The kiln exploded on [3 Athar 2016]. | DATE | 2016-03-03 | 2016-03-03
The kiln exploded on [3 Ayyar 2016]. | DATE | 2016-05-03 | 2016-05-03
The kiln exploded on [3 Haziran 2016]. | DATE | 2016-06-03 | 2016-06-03
The kiln exploded on [3 Tammuz 2016]. | DATE | 2016-07-03 | 2016-07-03
The kiln exploded on [3 Tamouz 2016]. | DATE | 2016-07-03 | 2016-07-03
The kiln exploded on [3 Ab 2016]. | DATE | 2016-08-03 | 2016-08-03
The kiln exploded on [3 Aylul 2016]. | DATE | 2016-09-03 | 2016-09-03
The kiln exploded on [3 Eylul 2016]. | DATE | 2016-09-03 | 2016-09-03
The kiln exploded on [Boxing Day]. | DATE | 2024-12-26 | 2024-12-26
REBELS TOOK THE PORT [LAST WEDNESDAY], RADIO SAID. | DATE | 2024-11-27 | 2024-11-27
REBELS TOOK THE PORT ON [5 MAY 1989]. | DATE | 1989-05-05 | 1989-05-05
REBELS TOOK THE PORT IN [MARCH]. | DATE | 2024-03 | 2024-03-01/2024-03-31
"""


def rows() -> list[tuple[str, str, str, str]]:
    """The table's cells."""
    lines = [line.split(" | ") for line in SENTENCES.strip().splitlines()]
    return [(sentence, kind, value, days) for sentence, kind, value, days in lines]


@pytest.mark.parametrize(("sentence", "kind", "value", "days"), rows())
def test_a_time_is_found_and_resolved(sentence: str, kind: str, value: str, days: str) -> None:
    text = sentence.replace("[", "").replace("]", "")
    (found,) = CALENDAR.find(text, WEDNESDAY)
    assert found.span.start == sentence.index("[")
    assert found.span.quote == sentence[sentence.index("[") + 1 : sentence.index("]")]
    assert (found.type, found.value) == (kind, value)
    assert (str(found.interval) if found.interval else "-") == days


@pytest.mark.parametrize(
    "text",
    [
        "You may go, they may not.",
        "They march on the second bridge as the sun sets over Sat Nagar.",
        "More than 2000 people and some 1990 sheep crossed.",
        "The council passed resolution 2012 on aid.",
        "A 20-year-old man and a girl of five years old were hurt.",
        "The Six-Day War and the Arab Spring are in every school book.",
        "The Daily Telegraph and the Sunday Times printed the photograph.",
        "Three quarters of the houses are gone.",
        "Jan Marsh of the Tishreen brigade fell in the fall of the fort.",
        "Fly 2016-13-45, 31/31/2016 or 25:61.",
        "Call 555 1234, extension 77, or pay $2000.",
        "MAY THEY REST IN PEACE.",
        "The Tishreen Dam, Tishreen University and the Tishreen newspaper stood.",
        "Ab Rahman of the Ab brigade and 3 Ab fighters came.",
        "Ramadan Odeh, Rajab Taha and Safar Amin were hit by Ramadan, a guard.",
        "At Easter Island they broke 12 Easter eggs.",
        "The Nissan pickup of Azar 3 was lost at sea.",
        "A late-night raid took 1437 sheep.",
    ],
)
def test_what_only_looks_like_a_time_is_left_alone(text: str) -> None:
    assert CALENDAR.find(text, WEDNESDAY) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Between 3 and 5 May it rained.", {"3": "2024-05-03", "5 May": "2024-05-05"}),
        ("On the night of 29-30 November it rained.", {"29": "2024-11-29", "30 November": "2024-11-30"}),
        ("It rained on April 24 and 25.", {"April 24": "2024-04-24", "25": "2024-04-25"}),
        ("It rained on Nov. 27-30, 2016.", {"Nov. 27": "2024-11-27", "30, 2016": "2016-11-30"}),
        ("It rained on Nov. 27-30.", {"Nov. 27": "2024-11-27", "30": "2024-11-30"}),
        ("It rained 3–5 May 2016.", {"3": "2016-05-03", "5 May 2016": "2016-05-05"}),
        ("It rained on 3, 4 and 5 May.", {"3": "2024-05-03", "4": "2024-05-04", "5 May": "2024-05-05"}),
        ("It rained from 28 April to 3 May 2015.", {"28 April": "2015-04-28", "3 May 2015": "2015-05-03"}),
        (
            "It rained from December 28 to January 3, 2016.",
            {"December 28": "2015-12-28", "January 3, 2016": "2016-01-03"},
        ),
        ("It rained from March to June 2015.", {"March": "2015-03", "June 2015": "2015-06"}),
        ("It rained between March and June last year.", {"March": "2023-03", "June last year": "2023-06"}),
        (
            "It rained from late November to early February 2016.",
            {"late November": "2015-11", "early February 2016": "2016-02"},
        ),
        ("It rained from May 2015 to June 2016.", {"May 2015": "2015-05", "June 2016": "2016-06"}),
        ("It rained from Monday to Wednesday.", {"Monday": "2024-12-02", "Wednesday": "2024-12-04"}),
        ("It rained from Monday to Thursday.", {"Monday": "2024-11-25", "Thursday": "2024-11-28"}),
        (
            "It rained between Friday night and Monday.",
            {"Friday night": "2024-11-29TNI", "Monday": "2024-12-02"},
        ),
        ("They will meet from Friday to Monday.", {"Friday": "2024-12-06", "Monday": "2024-12-09"}),
        (
            "It rained from 5 pm to 7 pm on Friday.",
            {"5 pm": "2024-11-29T17:00", "7 pm on Friday": "2024-11-29T19:00"},
        ),
        ("It rained on Monday and Friday.", {"Monday": "2024-12-02", "Friday": "2024-11-29"}),
        ("It rained in 2013-2015.", {"2013": "2013", "2015": "2015"}),
        ("In 1985 and 1987 it rained.", {"1985": "1985", "1987": "1987"}),
    ],
)
def test_the_ends_of_a_range_are_two_times(text: str, expected: dict[str, str]) -> None:
    assert {found.span.quote: found.value for found in CALENDAR.find(text, WEDNESDAY)} == expected


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("He was freed on 14 March and caught again the next day.", "2024-03-15"),
        ("The mill burned on 3 March 2013. The same day it rained.", "2013-03-03"),
        ("The mill burned in June 1998, and later that year it was rebuilt.", "1998"),
        ("On Monday the guns fell silent, but at 9:30 pm a mine went off.", "2024-12-02T21:30"),
        ("On Monday the guns fell silent, but in the evening a mine went off.", "2024-12-02TEV"),
        ("On Monday a mine went off; earlier in the day it had rained.", "2024-12-02"),
        ("On 3 May it rained; two days later it snowed.", "P2D"),
        ("On 3 May it rained; that night it snowed.", "2024-05-03TNI"),
        ("On 3 May it rained; the same evening it snowed.", "2024-05-03TEV"),
        ("On 3 May it rained; it had snowed the night before.", "2024-05-02TNI"),
        ("On 3 May it rained; the following Friday it snowed.", "2024-05-10"),
        ("On 3 May it rained; the following week it snowed.", "2024-W19"),
        ("In 2012 it rained; the following year it snowed.", "2013"),
        ("On 3 May 2012 it rained; it had snowed the year before.", "2011"),
        ("On Monday it rained; later in the day it snowed.", "2024-12-02"),
        ("Profit doubled in the first quarter of 2020 from a year earlier.", "2019-Q1"),
    ],
)
def test_a_later_phrase_leans_on_an_earlier_one(text: str, last: str) -> None:
    assert CALENDAR.find(text, WEDNESDAY)[-1].value == last


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("On 3 May it rained. Two days later it snowed.", "2024-05-05"),
        ("On 3 May it rained. A week later it snowed.", "2024-05-06/2024-05-12"),
        ("On 3 May it rained. Three hours later it snowed.", "2024-05-03/2024-05-04"),
        ("In June 2015 it rained. Two months later it snowed.", "2015-08-01/2015-08-31"),
        ("In 2015 it rained. Two months later it snowed.", None),
        ("It rained. Two months later it snowed.", None),
        ("On 3 May it rained. Some days later it snowed.", None),
    ],
)
def test_later_counts_from_what_is_known_as_closely(text: str, days: str | None) -> None:
    found = CALENDAR.find(text, WEDNESDAY)[-1].interval
    assert (str(found) if found else None) == days


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At 04:30 local time (01:30 GMT) it rained.", ["2024-12-04T04:30", "2024-12-04T01:30Z"]),
        (
            "At 4:30 am (0130 GMT) on Friday it rained.",
            ["2024-11-29T04:30", "2024-11-29T01:30Z", "2024-11-29"],
        ),
        ("At 00:30 local time (21:30 GMT) it rained.", ["2024-12-04T00:30", "2024-12-03T21:30Z"]),
        ("At 1 a.m. Friday (2200 GMT) it rained.", ["2024-11-29T01:00", "2024-11-28T22:00Z"]),
        ("At 2200 GMT (1 a.m. local time) it rained.", ["2024-12-04T22:00Z", "2024-12-05T01:00"]),
        ("On Friday at 6 pm (1500 GMT) it rained.", ["2024-11-29", "2024-11-29T18:00", "2024-11-29T15:00Z"]),
        ("At 1 a.m. Friday (2200 GMT Thursday) it rained.", ["2024-11-29T01:00", "2024-11-28T22:00Z"]),
        ("At 6 pm (99:99) it rained.", ["2024-12-04T18:00"]),
    ],
)
def test_a_clock_time_in_brackets_is_the_same_instant(text: str, expected: list[str]) -> None:
    assert [found.value for found in CALENDAR.find(text, WEDNESDAY)] == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A shell fell on Friday.", "XXXX-WXX-5"),
        ("A shell fell on Friday morning.", "XXXX-WXX-5TMO"),
        ("A shell fell yesterday.", "XXXX-XX-XX"),
        ("A shell fell on 29 November.", "XXXX-11-29"),
        ("A shell fell in November.", "XXXX-11"),
        ("A shell fell last November.", "XXXX-11"),
        ("A shell fell last week.", "XXXX-WXX"),
        ("A shell fell last weekend.", "XXXX-WXX-WE"),
        ("A shell fell this year.", "XXXX"),
        ("A shell fell last winter.", "XXXX-WI"),
        ("A shell fell in the third quarter.", "XXXX-Q3"),
        ("A shell fell two decades ago.", "XXX"),
        ("A shell fell at 9:15 am.", "XXXX-XX-XXT09:15"),
        ("A shell fell overnight.", "XXXX-XX-XXTNI"),
        ("Shells fell in the past 24 hours.", "PT24H"),
        ("A shell fell at Christmas.", "XXXX-12-25"),
        ("A shell fell at Easter.", "XXXX-XX-XX"),
        ("A shell fell during Ramadan.", "XXXX-XX-XX"),
        ("A shell fell overnight on Friday.", "XXXX-XX-XXTNI"),
        ("A shell fell on the night of 29 November.", "XXXX-11-29TNI"),
        ("A shell fell in the first week of May.", "XXXX-05"),
        ("A shell fell in the last week of May.", "XXXX-05"),
        ("A shell fell in the week of 5 May.", "XXXX-WXX"),
    ],
)
def test_without_a_day_of_publication_the_known_part_is_kept(text: str, value: str) -> None:
    (found,) = CALENDAR.find(text, None)
    assert (found.value, found.interval) == (value, None)


def test_dates_in_full_need_no_day_of_publication() -> None:
    (found,) = CALENDAR.find("A shell fell on 29 November 2016.", None)
    assert str(found.interval) == "2016-11-29"


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("Hit at 9:15 am.", TimePrecision.INSTANT),
        ("Hit on Friday.", TimePrecision.DAY),
        ("Hit last night.", TimePrecision.DAYS),
        ("Hit last week.", TimePrecision.WEEK),
        ("Hit in March.", TimePrecision.MONTH),
        ("Hit in spring 2015.", TimePrecision.SEASON),
        ("Hit in 2015.", TimePrecision.YEAR),
        ("Hit in the 1980s.", TimePrecision.LONGER),
    ],
)
def test_the_interval_tells_its_grain(text: str, precision: TimePrecision) -> None:
    (found,) = CALENDAR.find(text, WEDNESDAY)
    assert found.interval is not None
    assert found.interval.precision is precision


def test_an_instant_of_publication_counts_as_its_own_day() -> None:
    late = datetime(2024, 12, 4, 23, 59, tzinfo=UTC)
    assert CALENDAR.find("It fell today.", late) == CALENDAR.find("It fell today.", WEDNESDAY)


def test_a_paragraph_ends_a_phrase() -> None:
    found = CALENDAR.find("It closed on 5\n\nMay 2016 was calm.", WEDNESDAY)
    assert [mention.span.quote for mention in found] == ["May 2016"]


def test_numbers_without_end_are_no_counts() -> None:
    endless = f"It rained for {'9' * 5000} days, {'1' * 5000}:30 and {'7,' * 5000}1."
    assert CALENDAR.find(endless, WEDNESDAY) == ()


def test_text_without_stops_is_read_to_its_end() -> None:
    assert len(CALENDAR.find("it rained today and " * 5000, WEDNESDAY)) == 5000


@pytest.mark.parametrize("day", [date.min, date.max])
def test_at_the_rim_of_the_calendar_nothing_breaks(day: date) -> None:
    text = "Last week, next year, two decades ago, next spring, the next 10 days, Friday, 31 May, tomorrow."
    assert len(CALENDAR.find(text, day)) == 7
