# SPDX-License-Identifier: MIT
# What tables decide on a case: proposed, confirmed, overridden, followed; and
# how it came about, long after the table was changed.
. "$(dirname "$0")/harness.sh"

# tables [SED]: complaints get the tables of the tests' refunds.
tables() {
	mkdir -p "$work/types/c"
	cp "$top_srcdir"/etc/casetypes/*.rng "$work/types"
	from=$top_srcdir/tests/data/casetypes/refund
	sed 's/code="refund" prefix="R"/code="complaint" prefix="C"/' \
	    "$from/type.xml" > "$work/types/c/type.xml"
	sed "${1-}" "$from/refund.dmn" > "$work/types/c/refund.dmn"
	"$top_builddir/dossier" type install --conf "$work/dossier.conf" \
	    "$work/types/c"
}
# new TITLE FIELD=VALUE...: a case of mia's; $D is where it is.
new() {
	title=$1; shift
	as ben
	form_page='/intake/new?type=complaint&person=P-20000002' \
	    post /intake/new matter=new medium=letter title="$title" \
	    then=show "$@"
	status 303
	number=$(location | sed 's|.*/||')
	D=/dossiers/$number
	as mia
}
decision() {	# the address of the newest
	echo "$D/decisions/$(sql "SELECT max(x.no) FROM decision x
	    JOIN dossier d ON d.id = x.dossier
	     WHERE d.number = '$number'")"
}

is 'the tables are installed' "$(tables)" 'complaint, version 2'
new 'A late parcel' f.cause=delay f.paid='120.50 EUR' f.days=20

# the risk came by itself
get $D
status 200
has 'Risk: Low'
has '>Decisions</h2>'
has 'not decided yet'
risk=$(decision)
has "href=\"$risk\""
get $risk
status 200
has 'Risk: Low'
has 'by itself'
has 'score 5'
has 'A lot of money'
has '>counts</span>'
has ': not met</span>'
has ': met</span>'
has 'What would change it'
has 'Price paid: <b>500.00 EUR or more</b>'
has 'Cause: <b>Damage</b>'
# by itself this would add points, and leave the risk as it is
hasnt 'Regular customer: <b>'

# assisted: proposed, then confirmed
post $D/decisions/compensation
status 303
compensation=$(location)
follow
has 'The table made a proposal.'
has '60.25'
has 'Proposed'
has 'Half of it'
has '<th scope="col">Price paid</th>'
has 'any value'
hasnt 'not(null)'
get $D
has 'Proposed: 60.25'
has 'Confirm Compensation'
hasnt ': 6025'
post $compensation/confirm
status 303
follow
has 'The decision was confirmed.'
has 'Confirmed'
has 'Mia Berger'
get $D
has 'confirmed by Mia Berger'
has 'Compensation</dt>'
has 'Compensation: 60.25'
post $compensation/confirm
status 409

# overridden: with a value of the right kind, and a reason
post $compensation/override f.result=much reason=
status 422
has 'id="f.result-error"'
has 'id="reason-error"'
has 'value="much"'
post $compensation/override f.result='60.25 EUR' reason='The same.'
status 422
has 'This is what counts already.'
post $compensation/override f.result='80 USD' reason='Abroad.'
status 422
has 'The table decides in EUR'
post $compensation/override f.result='80 EUR' reason='A <loyal> customer.'
status 303
other=$(location)
follow
has 'Overridden'
has 'A &lt;loyal&gt; customer.'
has '80.00'
has 'The table said'
has 'What would change the table’s answer'
get $compensation
status 200
has 'Superseded'
has "href=\"$other\""
hasnt "action=\"$compensation/override\""
post $compensation/override f.result='90 EUR' reason='Late.'
status 409
get $D
has 'overridden by Mia Berger'
get "$D/history?kind=decision"
status 200
has 'Compensation: 80.00'
has 'instead of 60.25'

# automatic: what counts is there at once
post $D/decisions/gesture
status 303
follow
has 'The table decided.'
get $D
has 'Gesture</dt>'
post $D/decisions/nothing
status 404

# what is missing is said, and nothing is written
new 'A broken cup' f.cause=damage
before=$(sql 'SELECT count(*) FROM decision')
post $D/decisions/compensation
status 422
has 'fill in “Price paid”, “Days late” first'
has "href=\"$D/change\">Fill in the facts</a>"
get $D
hasnt '>Fill in the facts</a>'
is 'nothing was written' "$(sql 'SELECT count(*) FROM decision')" "$before"

# the facts change: the risk follows, a proposal is no longer confirmed
new 'A slow repair' f.cause=delay f.paid='100 EUR' f.days=5
post $D/decisions/compensation
proposal=$(location)
post $D/change title='A slow repair' f.cause=delay f.paid='900 EUR' f.days=5
status 303
get $D
has 'Risk: Moderate'
has 'The facts have changed since.'
post $proposal/confirm
status 409
has 'Ask the table again'
post $D/change title='A slow repair' f.cause=delay f.paid='900 EUR' f.days=5 \
    risk=3
status 422
has 'id="why-error"'
post $D/change title='A slow repair' f.cause=delay f.paid='900 EUR' f.days=5 \
    risk=3 why='It was in the papers.'
status 303
get $D
has 'Risk: High'
has 'Risk: High instead of Moderate by the table'
post $D/decisions/risk
status 303
get $D
has 'Risk: Moderate'

# the reason stands beside the risk that wants it
get $D/change
has '(needed to choose the risk yourself)'

# twice changed, the first decision is read with its own table
is 'another table' "$(tables 's/A lot of money/Rather much/')" \
    'complaint, version 3'
is 'and another' "$(tables 's/A lot of money/Too much/')" \
    'complaint, version 4'
get $risk
status 200
has 'A lot of money'
has 'version 2'
hasnt 'Too much'

# where nothing that is changed by itself is enough, that is said
is 'a table that is hard to move' "$(tables 's/&lt; 30/\&lt; 1000/
    s/\[30\.\.60)/[1000..2000)/
    s/&gt;= 60/\&gt;= 2000/')" 'complaint, version 5'
new 'A late parcel again' f.cause=delay f.paid='120.50 EUR' f.days=20
get "$(decision)"
status 200
has 'No single change alters this.'
get $risk
hasnt 'No single change alters this.'
has 'Price paid: <b>500.00 EUR or more</b>'

# what may not be seen, and by whom nothing is decided
as tom
get $risk
status 404
post $D/decisions/risk
status 404
sql_write "INSERT INTO viewer_grant (viewer, dossier, level, until)
    SELECT s.person, x.dossier, 2, 253402300799 FROM staff s, decision x
     WHERE s.login = 'zoe' GROUP BY s.person, x.dossier" > "$work/out"
as zoe
get $risk
status 200
hasnt 'Ask the table again'
hasnt "action=\"$D/decisions"
as mia
get $D/decisions/99999
status 404
post $D/decisions/risk more=1
status 400

# what is never tried, since it is no single fact, is named
new 'Two cups' f.cause=damage f.item.1=Cup f.worth.1='5 EUR'
post $D/decisions/note
status 303
follow
has '1 items worth 5'
has 'None of the single changes that were tried alters this.'
has 'Not tried: “Items”, “Case”'
