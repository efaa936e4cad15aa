# SPDX-License-Identifier: MIT
# Case plans: find what is wrong in them, and play scenarios on them, ours and
# those of other engines' tests.
. "$(dirname "$0")/tool.sh"
cd "$data/cmmn" || exit 99

dossier cmmn check claim.cmmn visit.cmmn
is 'plans without faults are said to be that' "$out" \
    'claim.cmmn: a case plan without faults
visit.cmmn: a case plan without faults'
is 'and are no failure' "$rc" 0
plans=$(find "$top_srcdir/etc/casetypes" -name plan.cmmn | sort)
if [ -n "$plans" ]; then
	# shellcheck disable=SC2086 # one word a path
	dossier cmmn check $plans
	is 'the plans that ship have no faults' "$rc $(printf '%s\n' "$out" |
	    grep -v 'a case plan without faults$')" '0 '
fi
dossier cmmn check /no/such.cmmn
is 'a file that is not there is told' "$rc $out" \
    '1 /no/such.cmmn: The file cannot be read.'

for scenarios in claim visit; do
	dossier cmmn run . --scenario $scenarios.scenarios
	is "$scenarios: all scenarios pass" "$rc $(grep '^failed' "$work/out")" \
	    '0 '
done
dossier cmmn run claim.cmmn --scenario visit.scenarios
is 'scenarios of another plan are not played' "$rc $err" \
    '1 dossier: No scenario is for claim.cmmn.'
dossier cmmn run claim.cmmn --scenario claim.scenarios --csv "$work/rows"
has 'those of the plan are' "$out" '7 of 7 passed'
is 'a row for each' "$(wc -l < "$work/rows")" 8

cat > "$work/wrong" <<'END'
scenario Nobody calls
model claim.cmmn
  start claim amount=1
  complete cover
  expect-tasks "Check cover"
end
END
dossier cmmn run claim.cmmn --scenario "$work/wrong"
is 'a step that comes out otherwise is told' "$rc $out" \
'1 failed   Nobody calls
         line 5: expect-tasks "Check cover"
         expected Check cover
         seen     Settle

scenarios: 0 of 1 passed, 1 failed, 0 not played, for they need a vendor'\''s engine'
for step in 'start clam' 'start claim amount=' 'complete cover' 'expect' \
    'start claim amount=1 5' 'wait soon' 'file create letter' 'refuse' \
    'expect-count size=5 1' 'plan' 'file make report' 'expect-state cover'
do
	printf 'scenario x\nmodel claim.cmmn\n  %s\nend\n' "$step" \
	    > "$work/wrong"
	dossier cmmn run claim.cmmn --scenario "$work/wrong"
	has "“$step” is a step that fails" "$out" "         line 3: $step"
done
printf 'complete cover\n' > "$work/wrong"
dossier cmmn run claim.cmmn --scenario "$work/wrong"
is 'a line outside of scenarios is told' "$rc $err" \
    "1 dossier: $work/wrong:1: This line stands in no scenario."

cd broken || exit 99
for model in *.cmmn; do
	dossier cmmn check "$model"
	is "$model: what is wrong and where" "$out" \
	    "$(cat "${model%.cmmn}.txt")"
	wrong=0
	printf '%s\n' "$out" | grep -qv ': remark: ' && wrong=1
	is "$model: remarks alone are no failure" "$rc" "$wrong"
done
cd .. || exit 99

shared=${DOSSIER_DATA:-/nowhere}/cmmn
if [ ! -d "$shared" ]; then
	skip 'models of others load' 'DOSSIER_DATA has no cmmn'
	skip 'scenarios of others pass' 'DOSSIER_DATA has no cmmn'
	tool_end
	exit
fi

# What the schema of the OMG lets pass is read; expressions in the languages
# of others' products are refused by name where they have no FEEL.
find "$shared/camunda" "$shared/flowable" -name '*.cmmn*' | sort > "$work/all"
# shellcheck disable=SC2046 # the paths have no blanks
xmllint --noout --schema "$shared/schema/CMMN11.xsd" $(cat "$work/all") \
    2>&1 | sed -n 's/ validates$//p' > "$work/valid"
echo "# $(wc -l < "$work/valid") of $(wc -l < "$work/all") are valid"
# shellcheck disable=SC2046
dossier cmmn check $(cat "$work/valid")
is 'every model of others that is valid loads' "$(grep -v ': remark: ' \
    "$work/out" | grep -v 'a case plan without faults$' |
    grep -v -e 'which is not translated; write it in FEEL\.$' \
	-e 'is a line of a crontab; write')" ''

# Those of a third product are not valid: told, never a crash.
for model in "$shared"/casefabric/*.xml; do
	dossier cmmn check "$model"
	case $rc in
	0|1)	;;
	*)	is "$model is told" "$rc" 1 ;;
	esac
done
has 'one of a product with forms of its own is told why' "$(dossier cmmn \
    check "$shared/casefabric/helloworld.xml"; cat "$work/out")" \
    'has no targetNamespace'

for product in camunda flowable; do
	[ -f "$shared/scenarios-$product.txt" ] || continue
	dossier cmmn run "$shared" \
	    --scenario "$shared/scenarios-$product.txt"
	tail -n 2 "$work/out" | sed 's/^/# /'
	has "$product: none of the standard alone is left out" \
	    "$(grep '^of the standard' "$work/out")" ' 0 not played'
	awk '/^failed/ { name = $2; sub(/^failed +/, ""); name = $0 }
	    /^         line [0-9]+: / { sub(/^ +line [0-9]+: /, "")
		print name " | " $0 }' "$work/out" | sort > "$work/failed"
	grep '^[^#]' differences | sed 's/ | [0-9][^|]* | .*//' | sort |
	    grep -Fx -f "$work/failed" > "$work/known" || :
	is "$product: what comes out otherwise is on the list" \
	    "$(cat "$work/failed")" "$(cat "$work/known")"
	cat "$work/failed" >> "$work/otherwise"
done
is 'nothing on the list passes' "$(grep '^[^#]' differences |
    sed 's/ | [0-9][^|]* | .*//' | grep -Fvx -f "$work/otherwise")" ''

tool_end
