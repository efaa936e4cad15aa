# SPDX-License-Identifier: MIT
# The plans that ship: they follow the schema of the OMG, and scenarios say
# what people of the trade expect of them. The type that
# etc/casetypes/README.md makes from nothing: it is what the text says it is.
. "$(dirname "$0")/tool.sh"
types=$top_srcdir/etc/casetypes

for type in complaint permit insurance-claim onboarding \
    legal-matter contract medical-case; do
	dossier cmmn check "$types/$type/plan.cmmn"
	is "the plan of $type has no fault" "$rc $out" \
	    "0 $types/$type/plan.cmmn: a case plan without faults"
	dossier cmmn run "$types" --scenario "$data/cmmn/types/$type.txt"
	is "what $type does, step by step" "$rc $(grep ^failed "$work/out")" \
	    '0 '
done

# the blocks of the README that name a file are that file
mkdir "$work/types"
dossier migrate --schema "$top_srcdir/schema"
cp "$types/type.rng" "$work/types"
mkdir "$work/types/key"
awk -v to="$work/types" '/^<!-- key\// { file = to "/" $2; next }
    file != "" && /^```/ { if (open) file = ""; open = !open; next }
    file != "" && open { print > file }' "$types/README.md"
cd "$work/types" || exit 99
is 'the README has its four files' "$(echo key/*)" \
    'key/key.dmn key/key.txt key/plan.cmmn key/type.xml'
dossier type check key
is 'its type has no fault' "$rc $out" '0 key: a case type without faults'
dossier dmn evaluate key/key.dmn --decision Deposit --input '{"rooms": 3}'
is 'its table decides what it says' "$out" 60
dossier cmmn run . --scenario key/key.txt
is 'its plan does what it says' "$rc $(sed -n 1p "$work/out")" \
    '0 passed   A key that comes back late'
dossier type install key
is 'it is installed' "$out" 'key, version 1'
sed 's/Call first, then write/Write, then call/' key/plan.cmmn > key/next
mv key/next key/plan.cmmn
dossier type install key
is 'another plan is another version' "$out" 'key, version 2'
for what in type.xml key.dmn plan.cmmn; do
	has "the README shows $what" "$(cat "$types/README.md")" "key/$what"
done

schema=${DOSSIER_DATA:-}/cmmn/schema/CMMN11.xsd
if [ -f "$schema" ] && command -v xmllint > /dev/null; then
	for plan in "$types"/*/plan.cmmn key/plan.cmmn; do
		xmllint --noout --schema "$schema" "$plan" 2> "$work/err"
		is "$plan follows the schema" "$?" 0
	done
fi
tool_end
