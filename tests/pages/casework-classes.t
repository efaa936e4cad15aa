# SPDX-License-Identifier: MIT
# Fields of guarded classes: who reads them in full, with a mask or not at
# all, on every page of a case; how somebody takes the mask off.
. "$(dirname "$0")/harness.sh"
D=/dossiers/C-2026-10000061
account=DE89370400440532013000
illness='Zwischenfall'

# the shipped type with two fields more
mkdir "$work/complaint"
cp "$top_srcdir"/etc/casetypes/complaint/* "$work/complaint/"
cp "$top_srcdir"/etc/casetypes/*.rng "$work/"
chmod -R u+w "$work/complaint"
field() {	# CODE KIND CLASS LABEL
	printf '<field code="%s" kind="%s" class="%s">' "$1" "$2" "$3"
	for lang in en fr de it pt ja; do
		printf '<label xml:lang="%s">%s</label>' $lang "$4"
	done
	echo '</field>'
}
{ field account text bank 'Account'; field illness lines medical 'Illness'; } \
    > "$work/more"
sed -i "/<fields>/r $work/more" "$work/complaint/type.xml"
check 'the type is installed' "$top_builddir/dossier" type install \
    --conf "$work/dossier.conf" "$work/complaint" > "$work/said"
cat "$work/said"
sql_write "UPDATE dossier SET type = (SELECT max(id) FROM type
    WHERE code = 'complaint') WHERE number = 'C-2026-10000061'" > /dev/null

# installing gave every role its scopes anew; the world's auditor has none
sql_write "INSERT INTO viewer_scope (viewer, scope, level)
    SELECT f.person, s.id, 2 FROM staff f, scope s WHERE f.login = 'zoe'
    ON CONFLICT DO NOTHING" > /dev/null

as mia
get $D
hasnt 'masked'
post $D/change title='Broken ankle' f.subject=service f.account=$account \
    f.illness="Ein $illness"
status 303
get $D
has $account
has $illness
get $D/history
has $account
get $D/unmask
status 409

# everybody else, everywhere
for who in ben sue zoe; do
	as $who
	get $D
	status 200
	for page in $D $D/history $D/history.csv $D/report $D/plan $D/goals \
	    $D/tasks $D/documents $D/links /undo / /tasks /dossiers \
	    '/dossiers?type=complaint&columns=number' /dossiers.csv \
	    /people/P-20000001 $D/change $D/note $D/people \
	    $D/labels $D/approvals/new; do
		get "$page"
		case $(cat "$reply") in
		*DE8937*|*05320*|*$illness*) not_ok "$page tells nothing" ;;
		*) ok "$page tells nothing" ;;
		esac
	done
	# nor is it found, neither whole nor by a part
	for text in $account DE89 0532013000 $illness Zwischen; do
		get "/find?text=$text"
		hasnt 'C-2026-10000061'
		get "/dossiers?text=$text"
		hasnt 'C-2026-10000061'
	done
	get "/dossiers?type=complaint&field=account&value=$account"
	is 'a filter by it does nothing' "$(grep -c C-2026-10000061 "$reply" |
	    sed 's/^0$/none/; s/^[1-9].*/all/')" all
	get "/dossiers?type=complaint&field=account&value=XX"
	has 'C-2026-10000061'
done

as ben
get $D
has '•••3000'
has 'masked'
hasnt 'Illness'
get $D/change
has '•••3000'
has 'Leave it empty'
# what is left empty stays, what is typed takes its place
post $D/change title='Broken leg' f.subject=service f.account= f.illness=
status 303
is 'it stays' "$(sql "SELECT text FROM field_value
    WHERE field = 'account'")" $account
is 'that, too' "$(sql "SELECT text FROM field_value
    WHERE field = 'illness'")" "Ein $illness"
post $D/change title= f.subject=service f.account=
status 422
case $(cat "$reply") in *DE8937*) not_ok 'a mistake tells nothing' ;;
*) ok 'a mistake tells nothing' ;; esac

# the mask comes off with a reason, here, until one signs out or ten minutes end
get $D/unmask
status 200
has 'Account'
hasnt 'Illness'
post $D/unmask why=
status 422
post $D/unmask why='He is on the phone and asks.'
status 303
get $D
has $account
hasnt $illness
get $D/report
has $account
get /dossiers/C-2026-10000079
status 200
as sue
get $D
hasnt $account
as mia
get $D/looks
has 'Masked facts read'
has 'He is on the phone and asks.'
has 'Page read: The case'
as ben
later 599
get $D
has $account
later 2
get $D
hasnt $account
has '•••3000'

# the house decides
cat >> "$work/dossier.conf" <<END
[class bank]
full = clerk
masked =
[class medical]
masked = *
END
get $D
has $account
has 'Illness'
hasnt $illness
as zoe
get $D
hasnt '3000'
