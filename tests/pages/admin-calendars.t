# SPDX-License-Identifier: MIT
# Calendars: hours, regions, unusual days, the teams that count by them.
. "$(dirname "$0")/harness.sh"

as ada
get /admin/calendars
status 200
has 'href="/admin/calendars" aria-current="page"'
has 'The house'
post /admin/calendars name=
status 422
post /admin/calendars name='Night shift'
status 303
has 'Location: /admin/calendars/night-shift'
get /admin/calendars/house
status 200
has '09:00-17:00'
has 'Next 12 months'
has 'none: choose a region'
get /admin/calendars/none
status 404

# the region brings its holidays
form_page=/admin/calendars/house/change
get /admin/calendars/house/change
status 200
has 'value="DE-BY"'
post /admin/calendars/house/change name= zone= region=DE-BY hours0='8-12 13-17' \
    hours1=8-12 hours2=8-12 hours3=8-12 hours4=8-12 hours5= hours6= version=1
status 303
get '/admin/calendars/house?year=2027'
has '08:00-12:00 13:00-17:00'
has 'Germany, Bavaria'
has 'Easter Monday'
has 'Corpus Christi'
has 'aria-current="page">2027'
hasnt 'Not closed by law, but by many'	# a Sunday in that year
get '/admin/calendars/house?year=2028'
has 'Not closed by law, but by many'
has 'Assumption Day'

# stale, and mistaken: what was typed is kept
post /admin/calendars/house/change name= zone= region=FR hours0=8-12 \
    hours1= hours2= hours3= hours4= hours5= hours6= version=1
status 409
post /admin/calendars/house/change name= zone=Mars region=FR hours0=12-8 \
    hours1= hours2= hours3= hours4= hours5= hours6= version=2
status 422
has 'value="12-8"'
has 'This is no time zone.'
has 'Write hours like 09:00-12:00 13:00-17:00'

# days of its own win
form_page=/admin/calendars/house
post /admin/calendars/house/days day=2027-12-24 about='Christmas <Eve>' \
    hours=9-12
status 303
get '/admin/calendars/house?year=2027'
has 'Christmas &lt;Eve&gt;'
has '09:00-12:00'
post /admin/calendars/house/days day=2027-02-30 about= hours=x
status 422
has 'This date cannot be.'
form_page='/admin/calendars/house?year=2027'
post /admin/calendars/house/days/2027-12-24/remove
status 303
get '/admin/calendars/house?year=2027'
hasnt 'aria-label="Take out: Christmas &lt;Eve&gt;"'

# what was done is undone, while it stands
has 'Christmas &lt;Eve&gt;: 09:00-12:00 → '
change=$(grep -o 'name="change" value="[0-9]*' "$reply" | sed 's/.*"//;q')
form_page=/admin/calendars/house
post /admin/calendars/house/back change="$change"
status 303
get '/admin/calendars/house?year=2027'
has 'aria-label="Take out: Christmas &lt;Eve&gt;"'
post /admin/calendars/house/back change="$change"
status 409

# teams
form_page=/admin/calendars/night-shift
post /admin/calendars/night-shift/teams team=north
status 303
get /admin/calendars/night-shift
has 'value="north" checked'
form_page=/admin/calendars/night-shift
post /admin/calendars/night-shift/teams
status 303
get /admin/calendars/night-shift
hasnt 'value="north" checked'

# one that nobody has can go, the house's never
has '>Remove the calendar<'
form_page=/admin/calendars/night-shift
post /admin/calendars/night-shift/teams team=north
status 303
get /admin/calendars/night-shift
hasnt '>Remove the calendar<'
form_page=/admin/calendars/night-shift
post /admin/calendars/night-shift/remove
status 409
has 'Teams have this calendar: '
form_page=/admin/calendars/night-shift
post /admin/calendars/night-shift/teams
status 303
form_page=/admin/calendars/house
post /admin/calendars/house/remove
status 409
form_page=/admin/calendars/night-shift
post /admin/calendars/night-shift/remove
status 303
get /admin/calendars/night-shift
status 404

# six languages, and not for others
get '/admin/calendars/house?year=1066'
status 422
as mia
get /admin/calendars
status 403
