# SPDX-License-Identifier: MIT
# What an import brought is browsed, filtered and found like anything else.
. "$(dirname "$0")/harness.sh"

import() {	# FILE: as permits of the team South
	"$top_builddir/dossier" import xes "$1" --type permit --team south \
	    --conf "$work/dossier.conf" > "$work/import" 2>&1 ||
	    sed 's/^/# /' "$work/import"
}

number() {	# TRACE
	sql "SELECT d.number FROM import_trace t JOIN dossier d
	    ON d.id = t.dossier WHERE t.trace = '$1'"
}

import "$top_srcdir/tests/data/xes/small.xes"
as tom
get '/dossiers?type=permit&status=closed'
status 200
has "$(number first)"
get '/dossiers?type=permit&status=open&sort=received'
has "$(number 'first (2)')"
has 'Building permit #3'
hasnt ">$(number first)<"
get '/dossiers?type=permit&status=closed&field=department&value=Customer+contact'
has "$(number first)"
get '/dossiers?type=permit&status=closed&field=department&value=General'
hasnt "$(number first)"
get '/find?text=Angstrom'
has "$(number first)"
get '/find?text=Confirmation+Group+7'
status 200

get "/dossiers/$(number first)"
status 200
has 'Ångström &amp; Co'
has 'Customer contact'
has '6 Dec 2012'
has 'Receipt completed, passed on'
get "/dossiers/$(number first)/history"
status 200
has 'Confirmation of receipt'
has 'T06 Determine necessity'
has '25 Jun 1948'
get "/dossiers/$(number first)/history.csv"
has '1948-06-25T'

# A log knew no plan: its cases have none, and are worked on all the same.
is 'a log brings no plan' "$(sql 'SELECT count(*) FROM plan_item i
    JOIN import_trace t ON t.dossier = i.dossier')" 0
N=$(number 'first (2)')
get "/dossiers/$N"
status 200
hasnt "/dossiers/$N/plan\""
get "/dossiers/$N/plan"
status 200
has 'This case follows no plan'
get "/dossiers/$N/tasks"
status 200
get "/dossiers/$N/close"
status 200
post "/dossiers/$N/close" outcome=passed_on reason='It went to the province.'
status 303
is 'and is closed' "$(sql "SELECT status FROM dossier
    WHERE number = '$N'")" closed
get "/dossiers/$N"
status 200

as mia
get "/dossiers/$(number first)"
status 404

# Where it must be quick, tool/import-xes.t alone reads the real one.
logs=${DOSSIER_DATA:-/nowhere}/xes
if [ -n "${TESTS_QUICK-}" ]; then
	skip 'the real log is browsed like any other' 'it was, in the long form'
elif [ -r "$logs/08_receipt.xes.gz" ]; then
	import "$logs/08_receipt.xes.gz"
	as tom
	get '/dossiers?type=permit&status=closed'
	has '1,000+'
	get '/dossiers?type=permit&status=open&field=channel&value=Desk'
	status 200
	get '/find?text=case-10011'
	has "$(number case-10011)"
	get "/dossiers/$(number case-10011)/history"
	has 'T03 Adjust confirmation of receipt'
	has 'Resource21'
	get '/dossiers?type=permit&status=open&overdue=1'
	has "$(number case-10011)"
else
	ok 'the real log is browsed like any other # SKIP no DOSSIER_DATA'
fi
