# SPDX-License-Identifier: MIT
# A deadline from its beginning to its confirmation, with its arithmetic.
. "$(dirname "$0")/harness.sh"
D=/dossiers/C-2026-10000061

# The first link of the page to a numbered thing below this address.
link() {
	grep -oE "href=\"$1[0-9]+\"" "$reply" | head -n 1 | cut -d'"' -f2
}

as mia
get $D
status 200
has 'No deadline runs.'
get $D/deadlines
status 200
has 'This case has no deadline.'
get $D/deadlines/new
status 200
post $D/deadlines/new title= by=working days=
status 422
post $D/deadlines/new title=Answer by=working days=0
status 422
has 'Say a number of days'
has 'value="Answer"'
post $D/deadlines/new title=Answer by=date date=
status 422
has 'Say by which day.'
post $D/deadlines/new title='Answer in writing' by=working days=10 early=2 warn=4 second=1
status 303
get $D
has 'Answer in writing'
deadline=$(link "$D/deadlines/")
get $deadline
status 200
has '10 working days'
has 'Second check'
has 'Each day from the beginning to the due'
has '2 working days before it'
has '4 working days before it'
has 'no working day'
post $deadline/pause reason=
status 422
post $deadline/pause reason='We wait for the photos.'
status 303
get $deadline
has 'We wait for the photos.'
has 'Due, if it went on now'
has '2 working days before it'
post $deadline/pause reason='Once more.'
status 409
get $deadline/resume
status 200
post $deadline/resume reason=
status 303

# another rule; what was paused stays
get $deadline/change
status 200
post $deadline/change by=working days=15 reason=
status 422
post $deadline/change by=working days=15 reason='We agreed on it.'
status 303
get $deadline
has 'by another rule'
has '15 working days'

# met: one says so, another confirms
get $deadline/confirm
has 'That cannot be done with it as it stands.'
post $deadline/done reason='Sent by post.'
status 303
get $deadline
has 'To be confirmed'
post $deadline/confirm reason=
status 403
as ben
get $deadline
has '>Confirm<'
post $deadline/confirm reason='Seen.'
status 303
get $deadline
has 'Met in time'
get $D/deadlines
has 'Answer in writing'
get $D/history
has 'It is confirmed that the deadline'
get $deadline/nonsense
status 404
get $D/deadlines/4711
status 404

# one of the type that begins by hand
post $D/deadlines/start code=second_look
status 303
get $D
has 'Answer to who disagrees with our decision'
post $D/deadlines/start code=nothing
status 404

# the time stands still for others, who only read
as zoe
get $deadline
status 200
hasnt '>Take up again<'
post $deadline/reopen reason='I want to.'
status 403
as tom
get $deadline
status 404

# it stands in the notices, and leads to its page
as mia
sql_write "INSERT INTO outbox (person, dossier, no, queued, due, kind)
    SELECT 1, dossier, no, $clock, $clock, 'deadline' FROM deadline
     ORDER BY id LIMIT 1"
get /notices
has 'A deadline is near: '
has '/deadlines/'

# nothing is due: a number that leads to a list
as mia
get /
has 'No next date'
get '/dossiers?undated=1'
status 200
has 'C-2026-10000079'
hasnt 'C-2026-10000061'
has 'no next date'

# by a rule of a court, of those that the type offers
get $D/deadlines/new
hasnt 'By a rule of a court'
"$top_builddir/dossier" court install --conf "$work/dossier.conf" \
    "$top_srcdir/etc/courts/de_zpo.xml" "$top_srcdir/etc/courts/us_frcp.xml" \
    > "$work/out"
is 'courts are installed' "$(cat "$work/out")" 'de_zpo, version 1
us_frcp, version 1'
sql_write "UPDATE type SET source = replace(source, '<deadlines>',
    '<deadlines courts=\"us_frcp de_zpo\">') WHERE code = 'complaint'"
get $D/deadlines/new
has 'By a rule of a court'
get $D/deadlines/court
status 200
has 'Before which court?'
has 'court?court=de_zpo'
get "$D/deadlines/court?court=de_zpo"
has 'Notice of defence (ZPO § 276 (1) sentence 1), from: Service of the claim'
has '>Germany, Bavaria<'
zpo="court=de_zpo&rule=notice&day=2026-11-20&more=&region=DE-BY"
get "$D/deadlines/court?$zpo&served="
status 422
has 'Say how it was served'
hasnt 'Add the deadline'
get "$D/deadlines/court?$zpo&served=formal"
has '2 weeks on: Fri 4 Dec 2026'
has 'ZPO § 276 (1) sentence 1'
has 'version 1 of its rules'
has 'the day of the event, not counted'
form_page="$D/deadlines/court?$zpo&served=formal"
post $D/deadlines/court court=de_zpo rule=notice day=2026-11-20 served= more= region=
status 422
has 'Say how it was served'
has 'value="2026-11-20"'
post $D/deadlines/court
status 303
form_page=
follow
has 'Notice of defence'
has '2 weeks on: Fri 4 Dec 2026'
has 'Another person confirms that it is met.'
hasnt 'How it is reckoned'
deadline=$(sql "SELECT '$D/deadlines/' || max(no) FROM deadline")
get $deadline/court
status 200
has 'Count Notice of defence again'
has 'value="2026-11-20"'
post $deadline/court court=de_zpo rule=notice day=2026-11-23 served=formal more= region= reason=
status 422
has '2 weeks on: Mon 7 Dec 2026'
post $deadline/court court=de_zpo rule=notice day=2026-11-23 served=formal more= region= reason='It came on Monday.'
status 303
get $deadline
has '2 weeks on: Mon 7 Dec 2026'
has 'It came on Monday.'
has 'a rule of a court'
hasnt 'date and time('
has 'Count again'
# what people know of holidays may change: the day that was kept stays
sql_write "UPDATE deadline_span SET due = 'date(\"2026-12-08\")'
    WHERE court <> ''"
get $deadline
has 'Counted today by the same rule'

# the week on a sheet: what is late, and what is to come
get '/calendar/deadlines?day=2026-12-08'
status 200
has 'Deadlines of week 50: Mia'
has 'Notice of defence'
has 'Mon 7 Dec 2026 to Sun 13 Dec 2026'
hasnt '>Overdue<'
get '/calendar/deadlines?day=2026-12-14'
hasnt 'Notice of defence'
later $((20 * 86400))
as mia
get '/calendar/deadlines'
has 'Notice of defence'
has '>Overdue<'
hasnt '>Lead<'
get '/calendar/deadlines?team=north'
has 'Notice of defence'
has '>Lead<'
has '<span class="term">Mia Berger</span>'
as tom
get '/calendar/deadlines?day=2026-12-08&team=north'
status 200
hasnt 'Notice of defence'
