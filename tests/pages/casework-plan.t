# SPDX-License-Identifier: MIT
# The plan of a case: what is open, what waits and why, what may be added,
# what closing needs; its steps, each with what may be done with it.
. "$(dirname "$0")/harness.sh"

# Complaints get the plan of the tests, and the choice that it asks for.
planned() {
	mkdir -p "$work/types/c"
	cp "$top_srcdir"/etc/casetypes/*.rng "$work/types"
	cp "$top_srcdir"/etc/casetypes/complaint/*.dmn "$work/types/c"
	cp "$top_srcdir/tests/data/casetypes/plan/plan.cmmn" "$work/types/c"
	{
		printf '%s' '<field code="worked" kind="choice" later="yes">'
		labels 'Did it work?'
		for answer in yes no; do
			printf '<choice code="%s">' $answer
			labels "Answer $answer"
			printf '</choice>'
		done
		printf '</field>\n'
	} > "$work/field"
	awk -v field="$(cat "$work/field")" '/<field code="satisfaction"/ {
		print field } { print }' \
	    "$top_srcdir/etc/casetypes/complaint/type.xml" \
	    > "$work/types/c/type.xml"
	"$top_builddir/dossier" type install --conf "$work/dossier.conf" \
	    "$work/types/c"
}
labels() {
	for language in en fr de it pt ja; do
		printf '<label xml:lang="%s">%s</label>' $language "$1"
	done
}
# item USE: the number of the latest step of this use
item() {
	sql "SELECT max(i.no) FROM plan_item i
	    JOIN dossier d ON d.id = i.dossier
	     WHERE d.number = '$number' AND i.used = '$1'"
}
state() {
	sql "SELECT i.state FROM plan_item i
	    JOIN dossier d ON d.id = i.dossier
	     WHERE d.number = '$number' AND i.no = $(item "$1")"
}
task() {	# the address of the task of a step
	echo "$D/tasks/$(sql "SELECT max(t.no) FROM task t
	    JOIN dossier d ON d.id = t.dossier
	     WHERE d.number = '$number' AND t.item = $(item "$1")")"
}

is 'the plan is installed' "$(planned)" 'complaint, version 2'
as ben
form_page='/intake/new?type=complaint&person=P-20000002' \
    post /intake/new matter=new medium=letter title='A broken lamp' \
    f.subject=product f.amount='400 EUR' then=show
status 303
number=$(location | sed 's|.*/||')
D=/dossiers/$number
as sue
post /intake/$number/accept title='A broken lamp' place=complaint/north lead=mia
status 303

# the page of the case: what is open, what waits and why, what may be added
as mia
get $D
status 200
has '>Plan</h2>'
has '>Hear the customer</a>'
has 'required before closing'
has '>Compare with the contract</a>'
has 'not yet, because'
has '>Ask the branch</a>'
has 'Begin: Ask the branch'
has 'Monthly review'
has '>The customer withdraws</button>'
has '>Visit</button>'
hasnt '>Second opinion</button>'
has 'Second opinion'
has '>Own task…</a>'
has 'Before closing'
check 'under 50 kB' [ "$(wc -c < "$reply")" -lt 50000 ]
header HTTP_ACCEPT_LANGUAGE=de
get $D
has 'Kundin anhören'
header HTTP_ACCEPT_LANGUAGE=en

# a step: its help, its conditions part by part, what follows
get $D/plan/$(item hear)
status 200
has 'By phone, within the week.'
has 'What follows from it'
has 'Compare with the contract'
get $D/plan/$(item compare)
hasnt 'not yet, because'
has 'It begins as soon as all of this holds'
has 'Amount claimed: 400.00'
has '>holds</span>'
has '>not yet</span>'
get $D/plan/99
status 404

# what a step asked of another system: answered, or ended without an answer
id="(SELECT id FROM dossier WHERE number = '$number')"
sql_write "INSERT INTO plan_call (number, dossier, item, round, kind, name,
    body, queued, due, tries, ended) VALUES ('H-1', $id, $(item hear), 1,
    'process', 'erp', '{}', 1, 1, 1, 2)"
sql_write "UPDATE plan_item SET kind = 'processTask'
    WHERE dossier = $id AND used = 'hear'"
get $D/plan/$(item hear)
has '>answered <time'
hasnt '>ended <time'
sql_write "UPDATE plan_call SET said = 'Nobody asks any more.'"
get $D/plan/$(item hear)
has '>ended <time'
hasnt '>answered <time'
has 'Nobody asks any more.'
sql_write "DELETE FROM plan_call; UPDATE plan_item SET kind = 'humanTask'
    WHERE dossier = $id AND used = 'hear'"
get $D/plan
status 200
has 'Ask the branch'
get "$D/plan?show=over"
hasnt 'Ask the branch'

# what is offered is added by one click; what is not, is not
parent=$(item assessment)
form_page=$D post $D/plan/add offer="$parent visit"
status 303
is 'it is to be done' "$(state visit)" active
get $D
has 'added to the plan'
has 'Visit'
form_page=$D post $D/plan/add offer="$parent opinion"
status 409
form_page=$D post $D/plan/add offer="$parent nothing"
status 409

# begin, skip with a reason, take up after all, hold, go on, end
post $D/plan/$(item branch)/skip reason='They know nothing.'
status 303
get $D/plan/$(item branch)
has '>Skipped</span>'
has '>Take up after all</button>'
hasnt '/repeat"'
get $D/plan/$(item branch)/repeat
has 'That cannot be done with it'
form_page=$D post $D/plan/$(item branch)/reenable
status 303
form_page=$D post $D/plan/$(item branch)/start
status 303
is 'it has begun' "$(state branch)" active
get '/tasks?list=teams'
has 'Ask the branch'
has '>Assessment</span>'
has '>required before closing</span>'
get $D/plan/$(item branch)/hold
status 200
has 'It leaves the work lists'
post $D/plan/$(item branch)/hold reason=
status 422
post $D/plan/$(item branch)/hold reason='Closed until Monday.'
status 303
is 'it is on hold' "$(state branch)" suspended
get $D
has 'Closed until Monday.'
get '/tasks?list=teams'
hasnt 'Ask the branch'
get $D/tasks
has '>on hold</span>'
get "$(task branch)"
has '>on hold</span>'
hasnt '>Done</span>'
hasnt '>Result</h2>'
form_page=$D post $D/plan/$(item branch)/resume
status 303
post $D/plan/$(item branch)/end reason='They know nothing.'
status 303
is 'it is ended' "$(state branch)" terminated
get $D/tasks
has '>ended</span>'
get $D/plan/$(item branch)
has '/repeat">Once more…</a>'
get $D/plan/$(item branch)/skip
status 200
has 'That cannot be done with it'
post $D/plan/$(item branch)/repeat reason='Somebody else is there.'
status 303
is 'it begins once more' "$(sql "SELECT max(round) FROM plan_item
    WHERE used = 'branch'")" 2
get $D/plan/$(item branch)/dance
status 404
# what moves the case asks why, as any move does
get $D/plan/$(item implementation)/start
has 'name="reason"'

# a milestone: the planned date and the real one
get $D/plan/$(item heard)
has 'Planned date'
post $D/plan/$(item heard)/date planned=2026-12-24
status 303
get $D/plan/$(item heard)
has '24 Dec 2026'
has 'Empty: the date that the plan gives.'
post $D/plan/$(item heard)/date planned=
status 303
follow
has 'The date that the plan gives holds again.'
hasnt '24 Dec 2026'
post $D/plan/$(item heard)/date planned=2026-12-24
status 303
post $D/plan/$(item heard)/date planned=never
status 422

# a stage and a task of this case alone
get $D/plan/new
status 200
has 'The case as a whole'
post $D/plan/new title='Talks' stage="$parent" required=1
status 303
stage=$(location | sed 's|.*/||')
follow
has 'Talks'
get $D/tasks/new
has 'Belongs to'
post $D/tasks/new title='First talk' team=north priority=normal \
    stage="$stage" required=1
status 303
get $D/plan/$stage
has 'First talk'
has "href=\"$D/tasks/new?stage=$stage\">Add a task</a>"
get "$D/tasks/new?stage=$stage"
status 200
has "<option selected value=\"$stage\">Talks</option>"
has '<option selected value="normal">'


# closing names what is missing, with its page
get $D/close
status 200
has 'required before closing'
has 'Hear the customer'
has 'First talk'
hasnt 'name="outcome"'
post $D/close outcome=upheld reason='Typed in vain.'
status 422
has 'Typed in vain.'
has 'Hear the customer'

# done: what follows begins, by the fact that it asks for
get "$(task hear)"
has 'By phone, within the week.'
has 'What follows from it'
has 'required before closing'
post "$(task hear)/claim"
post "$(task hear)/done" result='They told all.'
status 303
is 'the milestone is reached' "$(state heard)" completed
is 'and what waited begins' "$(state compare)" active

# why it begins, on its page; of a milestone, that it is reached
get $D/plan/$(item compare)
has 'To do, because “Hear the customer” is done'
get $D/plan/$(item hear)
has 'is reached'

# one entry an act: what the plan did stands under it, and says no more
get "$D/history"
hasnt '<div>Plan: '
has '>Plan: “'
hasnt '“Hear the customer” is done'
get "$D/report?part=history"
hasnt '<div>Plan: '
has '>Plan: “'
get "$D/history?kind=plan"
has '<div>Plan: '
is 'the log itself stays' "$(sql "SELECT count(*) > 0 FROM event
    WHERE kind = 'plan.followed'")" 1
get $D/plan/$(item heard)
has 'as planned'

# planning comes and goes; a "no" has to find it again all the same
get "$D/move?phase=planning"
has 'Risk is skipped'
has 'Planning begins'
has 'Screening begins again, round 2'
post $D/move phase=planning reason='A remedy is to be chosen.'
status 303
is 'planning is open' "$(sql "SELECT count(*) FROM plan_item
    WHERE used = 'planning' AND state = 'active'")" 1
get $D
has '>Visit · Assessment</button>'
has '>Visit · Planning</button>'
post "$(task answer)/claim"
post "$(task answer)/done" result='Repaired for free.'
status 303
is 'and done' "$(sql "SELECT count(*) FROM plan_item
    WHERE used = 'planning' AND state = 'completed'")" 1
rounds=$(sql "SELECT count(*) FROM plan_item WHERE round > 1
    AND state IN ('available', 'enabled')")
check 'it may come again' [ "$rounds" -gt 0 ]
get $D/plan
has 'may begin again'
hasnt "$D/plan/$(item planning)\""
post $D/move phase=assessment reason='Once more.'
status 303

# what a move does is told before it is made
get "$D/move?phase=followup"
status 200
has 'stay open in Assessment'
has 'Implementation is skipped'
has 'Follow-up begins'
post $D/move phase=followup reason='Straight to the end.'
status 303
is 'a phase is skipped' "$(state risk)" disabled
get $D
has '>Did it work?</span>'
has '>Answer no</button>'
has '<details class="stage" open><summary><b>Assessment</b>'
has '<details class="stage"><summary><b>Planning</b>'

# a "no" opens planning again
post "$(task ask)/done" result='Asked.'
status 422
has 'The task is done when this is answered.'
post "$(task ask)/claim"
form_page=$D post "$(task ask)/done" f.worked=no
status 303
is 'the task is done' "$(state ask)" completed
is 'planning is open' "$(sql "SELECT count(*) FROM plan_item
    WHERE used = 'planning' AND state = 'active'")" 1
is 'and the phase is that' "$(sql "SELECT phase FROM dossier
    WHERE number = '$number'")" planning
get $D
has '2 times'

# the report holds the plan
get "$D/report?part=plan"
status 200
has '>Plan</h2>'
has 'Hear the customer'
hasnt '>Facts</h2>'

# a reader sees the plan and acts on nothing
sql_write 'INSERT INTO viewer_scope (viewer, scope, level) VALUES (5, 1, 2)' \
    > /dev/null
as zoe
get $D
status 200
has '>Plan</h2>'
hasnt '>Begin</button>'
hasnt 'You may add now'
get $D/plan/$(item hear)
status 200
get $D/plan/$(item hear)/skip
status 403

# where nothing is open, what follows; and why, in words of people
is 'the one that is shipped' "$("$top_builddir/dossier" type install \
    --conf "$work/dossier.conf" "$top_srcdir/etc/casetypes/complaint")" \
    'complaint, version 3'
as ada
get /admin/types/complaint
has '>Plan</h2>'
has 'Find the root cause'
has 'added where it is wanted'
check 'the type is under 50 kB' [ "$(wc -c < "$reply")" -lt 50000 ]
as ben
form_page='/intake/new?type=complaint&person=P-20000002' \
    post /intake/new matter=new medium=letter title='A wet floor' \
    f.subject=service f.harm=health then=show
number=$(location | sed 's|.*/||')
D=/dossiers/$number
as sue
post /intake/$number/accept title='A wet floor' place=complaint/north lead=mia
status 303
as mia
get "$D/history"
hasnt 'case.verdict'
hasnt 'case.risk'
get $D/plan/$(item assessment)
has 'It ends as soon as all of this holds'
hasnt 'It begins as soon as all of this holds'
check 'the log knows the risk' [ "$(sql "SELECT count(*) FROM event_body
    WHERE body LIKE '%case.risk=high%'")" -gt 0 ]
post $D/move phase=risk reason='It is known.'
post "$(task weigh)/claim"
post "$(task weigh)/done" result='High.'
get $D
has 'Nothing is open here.'
has "href=\"$D/move?phase=planning\">Move on to Planning</a>"
post $D/move phase=evaluation reason='Done.'
get $D
hasnt 'Move on to'

# a table that the plan asks is asked once, whatever follows from its result
mkdir -p "$work/types/claim"
cp "$top_srcdir/etc/casetypes/form.rng" "$work/types"
cp -R "$top_srcdir"/etc/casetypes/insurance-claim/*.dmn \
    "$top_srcdir/etc/casetypes/insurance-claim/forms" \
    "$top_srcdir/etc/casetypes/insurance-claim/plan.cmmn" "$work/types/claim"
sed 's/<type code="claim" prefix="CL">/<type code="complaint" prefix="C">/' \
    "$top_srcdir/etc/casetypes/insurance-claim/type.xml" \
    > "$work/types/claim/type.xml"
is 'claims are installed' "$("$top_builddir/dossier" type install \
    --conf "$work/dossier.conf" "$work/types/claim")" 'complaint, version 4'
as ben
form_page='/intake/new?type=complaint&person=P-20000002' \
    post /intake/new matter=new medium=letter title='A bicycle' \
    f.line=household f.policy=M-1 f.loss_on=2026-11-20 f.loss=theft \
    f.claimed='6900 EUR' then=show
status 303
number=$(location | sed 's|.*/||')
D=/dossiers/$number
as sue
post /intake/$number/accept title='A bicycle' place=complaint/north lead=mia
as mia
post $D/change title='A bicycle' f.line=household f.policy=M-1 \
    f.loss_on=2026-11-20 f.loss=theft f.claimed='6900 EUR' \
    f.claims_before=3 f.unproven=1
status 303
post "$(task cover)/claim"
post "$(task cover)/done" f.covered=yes f.insured_since=2026-11-01
status 303
is 'by one decision' "$(sql "SELECT count(*) FROM decision c
    JOIN dossier d ON d.id = c.dossier
     WHERE d.number = '$number' AND c.code = 'fraud'")" 1
is 'its task is done' "$(state fraud_asked)" completed
is 'and an investigation begins' "$(state inquiry)" active

# a case without a plan is as it was
as mia
get /dossiers/C-2026-10000061
has '>Tasks</h2>'
hasnt '>Plan</h2>'
get /dossiers/C-2026-10000061/plan
status 200
has 'This case follows no plan.'
get /dossiers/C-2026-10000061/plan/new
status 409
