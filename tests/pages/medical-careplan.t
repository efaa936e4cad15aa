# SPDX-License-Identifier: MIT
# A care plan from a standard plan to its outcome, its services, and gaps.
. "$(dirname "$0")/harness.sh"
N=C-2026-10000061
D=/medical/$N

label() { for l in en fr de it pt ja; do
	printf '<label xml:lang="%s">%s</label>' $l "$1"; done; }
fall() {
	echo "<careplan code=\"fall\"><name>$(label 'After a <fall>' |
	    sed 's/<fall>/\&lt;fall\&gt;/g')</name>"
	echo "<problem code=\"weak\">$(label 'Weak legs')</problem>"
	echo "<goal code=\"walk\" problem=\"weak\" measure=\"number\" from=\"0\"
	    target=\"200\" days=\"42\">$(label 'Walks alone')</goal>"
	echo "<goal code=\"sing\" measure=\"yesno\" days=\"9\">$(label Sings)</goal>"
	echo "<activity code=\"rails\" goal=\"walk\" days=\"7\">$(label 'Have rails fitted')</activity>"
	echo "<service code=\"physio\" goal=\"walk\" every=\"P1W\" times=\"3\"
	    from=\"0\">$(label Physiotherapy)</service>"
	echo "<followup code=\"call\" after=\"3\">$(label 'Call at home')</followup></careplan>"
}
sql_write "UPDATE type SET source = replace(source, '</type>',
    '<views><view code=\"medical\"/></views></type>')
    WHERE code = 'complaint';
    INSERT INTO type_model (type, file, source, sha256)
    SELECT type, 'careplans/fall.xml', '$(fall)', 'x' FROM dossier
    WHERE number = '$N'" >/dev/null

# members alone
as mia
get $D/plan
status 404
get /medical/gaps
status 403
sql_write "INSERT INTO viewer_compartment (viewer, compartment, until, given)
    SELECT f.person, c.id, 253402300799, 1 FROM staff f, compartment c
     WHERE f.login IN ('mia', 'zoe') AND c.code = 'medical'" >/dev/null
get $D/plan
has 'There is no care plan yet.'

# begun from a standard plan, but for a line that is left out
get "$D/plan/new?standard=fall"
status 200
has 'After a &lt;fall&gt;'
has '3 times a week'
has '3 days after the discharge'
form_page="$D/plan/new?standard=fall"
post $D/plan/new standard=fall title= begins=2026-11-24
status 422
post $D/plan/new standard=fall title='Up <again>' begins=2026-11-24 \
    take.problem.weak=1 take.goal.walk=1 take.activity.rails=1 \
    take.service.physio=1 take.service.call=1
status 303
unset form_page
get $D/plan
has 'Up &lt;again&gt;'
has 'Walks alone'
has 'Have rails fitted'
has 'Weak legs'
has 'Physiotherapy'
has 'Call at home'
hasnt 'Sings'
problem=$(sql 'SELECT no FROM problem') goal=$(sql 'SELECT no FROM goal')
post $D/plan/tie goal=$goal problem=$problem off=1
status 303
get $D/plan/activity
status 200
post $D/plan/activity goal=$goal title= who=
status 422
post $D/plan/activity goal=$goal title='Buy shoes' who=P-10000001 \
    due=2026-12-01
status 303
get $D/services/new
status 200
post $D/services/new title= every=P1W times=9 begins=2026-11-23
status 422
has 'once a day at the most'
post $D/services/new title='Weigh' every=P1W times=1 begins=2026-11-25 \
    who=team goal=$goal
status 303
get $D
has 'Up &lt;again&gt;'

# agreed, and revised for a reason
get $D/plan/agree
status 200
post $D/plan/agree day=2026-11-25 who=
status 422
post $D/plan/agree day=2026-11-24 who='Her <son>'
status 303
get $D/plan
has 'Agreed'
has 'Her &lt;son&gt;'
has 'All of it is as it was agreed.'
plan=$(sql 'SELECT no FROM careplan')
get $D/plan/$plan/1
has 'Care plan, version 1'
has 'Buy shoes'
get $D/plan/$plan/9
status 404
weigh=$(sql "SELECT no FROM service WHERE title = 'Weigh'")
get $D/services/$weigh
hasnt 'Change it'
post $D/services/$weigh/stop reason='No need'
status 409
get $D/plan/revise
status 200
post $D/plan/revise reason=
status 422
post $D/plan/revise reason='She is strong'
status 303
post $D/services/$weigh title='Weigh her' goal=$goal version=1
status 303
get $D/services/$weigh/stop
status 200
post $D/services/$weigh/stop reason='She eats well'
status 303
get $D/services
has 'Weigh her'
has 'Physiotherapy'

# gaps
physio=$(sql "SELECT no FROM service WHERE title = 'Physiotherapy'")
later 172800
as mia
get /medical
has '1 late'
has '1 due today'
get /medical/gaps
status 200
has 'Physiotherapy'
has '2 days late'
get '/medical/gaps?list=all&when=late&team=north'
has 'Physiotherapy'
get '/medical/gaps?list=all&aftercare=1'
has 'Nothing is due or late here.'
get '/medical/gaps.csv?list=all&when=late'
has '"Physiotherapy","Walks alone","P1W"'
has '"2026-11-24","2","0"'
form_page=/medical/gaps
post $D/services/$physio/say day=2026-11-24 how=done back=gaps
status 303
location
follow
has 'Written down: Physiotherapy.'
hasnt 'days late'
unset form_page
post $D/services/$physio/say day=2026-11-26 how=excused
status 422
post $D/services/$physio/say day=2026-11-26 how=excused reason='At the <sea>'
status 303
get $D/services/$physio
has 'At the &lt;sea&gt;'
has '1 done, 0 missed, 1 excused'
as zoe
get '/medical/gaps?list=all'
has 'Physiotherapy'
get $D/services/$physio
hasnt 'Write it down'
as tom
get $D/services/$physio
status 404
get /medical/gaps
status 403

# its end: the outcome, and what comes after it
as mia
get $D/plan/end
has 'Walks alone'
post $D/plan/end day=2026-11-26 condition=
status 422
post $D/plan/end day=2026-11-26 condition='Walks with a <stick>' \
    worked='Music'
status 303
get $D/plan/$plan/2
has 'Outcome of the care plan'
has '0 of 1'
has 'Not reached'
has 'Walks with a &lt;stick&gt;'
get '/medical/gaps?aftercare=1'
has 'Call at home'
get $D/services/new
has 'Add a follow-up'
post $D/services/new title='Visit' begins=2026-12-20
status 303
get /dossiers/$N/history
has 'ended on Thu 26 Nov 2026: 0 of 1 goals reached'
post $D/plan/new title='Another'
status 303
