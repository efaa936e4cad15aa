# SPDX-License-Identifier: MIT
# Decision models: decide by them, find what is wrong in them, and the tests
# of the DMN technology compatibility kit.
. "$(dirname "$0")/tool.sh"
cd "$data/dmn" || exit 99

model=compensation.dmn
damage='{"Kind": "damage", "Amount": 8250.05}'

dossier dmn evaluate $model --decision Compensation --input "$damage"
is 'a decision is made' "$out" 5362.53
is 'and that is no failure' "$rc" 0
printf '%s' "$damage" > "$work/damage.json"
dossier dmn evaluate $model --decision Rate --input "@$work/damage.json"
is 'the input may be a file' "$out" 0.65
dossier dmn evaluate $model --decision Rate --input - < "$work/damage.json"
is 'or come in' "$out" 0.65
dossier dmn evaluate $model --decision 'Answer by' \
    --input '{"Received": "2026-11-24"}'
is 'texts become dates where the model wants them' "$out" '"2026-12-24"'
dossier dmn evaluate $model --decision Compensation \
    --input '{"Kind": "injury", "Amount": 1234567890123456789012345678.91}'
is 'no digit is lost' "$out" 1234567890123456789012345678.91

dossier dmn evaluate $model --decision Compensation --input "$damage" --why
has 'why tells the rule' "$out" 'table of 4 rules, FIRST: rule 3'
has 'and the cell that failed' "$out" '✗ < 5000'
has 'and what would have changed it' "$out" \
    'If Kind were "injury": 8250.05'
has 'of the whole' "$out" 'If Amount were 4999.99: 3999.99'
dossier dmn evaluate $model --decision Compensation --input "$damage" --json
has 'the same as data' "$out" '"near":[{"input":"Amount","was":8250.05,"tests":"4999.99",'

dossier dmn evaluate $model --decision Compensation --input '{"Kind": "delay"}'
is 'where no rule holds there is no value' "$out" null
is 'which is a failure' "$rc" 1
has 'with its reason' "$err" 'null'
dossier dmn evaluate $model --decision Fee
is 'a decision that is not there is named, with those that are' "$err" \
    'dossier: There is no decision “Fee”; there is “Rate”, “Compensation”, “Answer by”.'
dossier dmn evaluate $model --decision Rate --input '{"Kind": "fire"'
is 'what is no JSON is told with its place' "$err" \
    'dossier: This is no JSON: line 1, column 16: a comma or } is wanted here.'
dossier dmn evaluate $model --decision Rate --input '{"Amuont": 5}'
is 'an input that is not there is told, with those that are' "$err" \
    'dossier: “Rate” takes no input “Amuont”; it takes “Kind” and “Amount”.'
dossier dmn evaluate $model --decision Rate --input '{"Amount": "5"}'
is 'one of another type is told' "$err" \
    'dossier: Amount: “5” is not a number.'
dossier dmn evaluate /no/such.dmn --decision Rate
is 'a file that is not there is told' "$err" \
    '/no/such.dmn: The file cannot be read.'

dossier dmn check $model
is 'a model without faults is said to be one' "$out" \
    "$model: a model without faults"
is 'and is no failure' "$rc" 0
dossier dmn check "$top_srcdir"/etc/casetypes/*/*.dmn
is 'the tables that ship have no faults' "$rc" 0
cd broken || exit 99
for model in *.dmn; do
	dossier dmn check "$model"
	is "$model: what is wrong and where" "$out" "$(cat "${model%.dmn}.txt")"
	wrong=0
	printf '%s\n' "$out" | grep -qv ': remark: ' && wrong=1
	is "$model: remarks alone are no failure" "$rc" "$wrong"
done
dossier dmn check ./*.dmn
is 'all at once they are a failure' "$rc" 1

tck=${DOSSIER_DATA:-/nowhere}/dmn-tck
if [ -d "$tck" ]; then
	dossier dmn tck "$tck/compliance-level-2" "$tck/compliance-level-3" \
	    --csv "$work/tck.csv"
	printf '%s\n' "$out" | grep -A3 '^failed' | sed 's/^/# /'
	is 'no test of the TCK fails' "$rc" 0
	out=$(tail -n 4 "$work/out")
	has 'level 2 passes' "$out" \
	    'compliance-level-2: 116 of 116 tests passed
compliance-level-2: 28 of 28 cases passed whole'
	has 'level 3 passes, but for Java' "$out" \
	    'compliance-level-3: 1403 of 1403 tests passed, 18 skipped
compliance-level-3: 58 of 59 cases passed whole'
	is 'a row for each test' "$(wc -l < "$work/tck.csv")" 1538
else
	skip 'the TCK passes' 'DOSSIER_DATA has no dmn-tck'
fi
dossier dmn tck "$work"
is 'a folder without tests is a failure' "$rc $err" \
    '1 dossier: no tests of the TCK lie there.'

tool_end
