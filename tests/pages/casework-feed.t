# SPDX-License-Identifier: MIT
# One's calendar in other programs: the link is shown once, and another
# reader finds in it what the pages show.
. "$(dirname "$0")/harness.sh"
D=/dossiers/C-2026-10000061

as mia
get /calendar
has 'href="/calendar/feed"'
get /calendar/feed
status 200
has 'Make a link'
post /calendar/feed/withdraw
status 409
post $D/tasks/new title='Ask for the X-ray' owner=P-10000001 \
    priority=normal due=2026-11-26
status 303
post /calendar/new dossier=C-2026-10000061 title='Visit; with, marks' \
    day=2026-11-25 begins=09:00 ends=10:30 place='Mill Street 3' \
    often=weekly every=1 until=2027-04-30 p.P-10000001=1
status 303
number=$(sql 'SELECT number FROM appointment')
post /calendar/$number/times/2026-12-02 day=2026-12-03 begins=11:00 \
    ends=12:00
status 303
post /calendar/$number/times/2026-12-09 day=2026-12-09 skip=1
status 303
post /calendar/feed titles=1
status 200
has 'It is shown this once'
link=$(grep -o '/calendar/feed/[A-Za-z0-9_-]*/dossier.ics' "$reply")
get /calendar/feed
status 200
hasnt "$link"
has 'You have a link since'
as nobody
get $link
status 200
has 'Content-Type: text/calendar; charset=utf-8'
has 'ETag: "'
tr -d '\r' < "$reply" | sed '1,/^$/d' | sed 's/$/\r/' > "$work/mine.ics"
tag=$(tr -d '\r' < "$reply" | sed -n 's/^ETag: //p')
header HTTP_IF_NONE_MATCH="$tag"
get $link
status 304
no_headers
get /calendar/feed/guessed/dossier.ics
status 404

# another reader, and another one's arithmetic of rules and zones
reader=$work/read.py
cat > "$reader" <<'END'
import sys, datetime
try:
    import icalendar, dateutil.rrule, dateutil.tz
except ImportError:
    print('none')
    sys.exit()
cal = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())
berlin = dateutil.tz.gettz('Europe/Berlin')
for e in cal.walk('VEVENT'):
    start = e['DTSTART'].dt
    line = [str(e['SUMMARY']), start.isoformat()]
    if 'RECURRENCE-ID' in e:
        line.append('not ' + e['RECURRENCE-ID'].dt.isoformat())
    if 'EXDATE' in e:
        line.append('without ' + e['EXDATE'].dts[0].dt.isoformat())
    if 'RRULE' in e:
        days = dateutil.rrule.rrulestr(e['RRULE'].to_ical().decode(),
            dtstart=start.replace(tzinfo=berlin))
        line.append('%d times, the last %s' % (len(list(days)),
            list(days)[-1].isoformat()))
    print(' | '.join(line))
zone = cal.walk('VTIMEZONE')[0]
tz = zone.to_tz()
for day in ((2026, 7, 1), (2026, 12, 1), (2027, 4, 7)):
    d = datetime.datetime(*day, 9)
    print(day, tz.utcoffset(d) == berlin.utcoffset(d))
END
/usr/bin/python3 "$reader" "$work/mine.ics" > "$work/reply.read" 2>&1 ||
    echo failed >> "$work/reply.read"
reply=$work/reply.read
if grep -qx none "$reply"; then
	skip 'another reader agrees' 'python3-icalendar is not here'
else
	has 'C-2026-10000061 Appointment: Visit; with, marks | 2026-11-25T09:00:00+01:00 | without 2026-12-09T09:00:00+01:00 | 23 times, the last 2027-04-28T09:00:00+02:00'
	has '| 2026-12-03T10:00:00+00:00 | not 2026-12-02T09:00:00+01:00'
	has 'C-2026-10000061 Task: Ask for the X-ray | 2026-11-26'
	has '(2026, 12, 1) True'
	has '(2027, 4, 7) True'
	has '(2026, 7, 1) True'
fi
reply=$work/reply

as mia
post /calendar/feed/withdraw
status 303
follow
has 'The link is withdrawn'
as nobody
get $link
status 404
as eve
get /calendar/feed
status 403
check 'no log has the link' sh -c "! grep -q '$link' '$work/stderr'"
