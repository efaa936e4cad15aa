# SPDX-License-Identifier: MIT
# The tables that ship: without faults, and what they say of plain matters.
. "$(dirname "$0")/tool.sh"

of() {	# TYPE/FILE DECISION INPUT RESULT
	dossier dmn evaluate "$top_srcdir/etc/casetypes/$1.dmn" \
	    --decision "$2" --input "$3"
	is "$2 of $3" "$out" "$4"
}

for file in "$top_srcdir"/etc/casetypes/*/*.dmn; do
	dossier dmn check "$file"
	has "${file##*casetypes/} has no fault" "$out" 'without faults'
done

c=complaint/complaint p=permit/permit
of $c Risk '{"amount":900,"vulnerable":true}' null
of $c Risk '{"harm":"none"}' '{"risk":"low","score":0}'
of $c Risk '{"harm":"inconvenience","amount":499.99,"repeated":true}' \
    '{"risk":"low","score":2}'
of $c Risk '{"harm":"loss","amount":500}' '{"risk":"moderate","score":3}'
of $c Risk '{"harm":"loss","amount":5000.01}' \
    '{"risk":"moderate","score":5}'
of $c Risk '{"harm":"distress","subject":"privacy","vulnerable":true}' \
    '{"risk":"high","score":7}'
of $c Risk '{"harm":"health"}' '{"risk":"high","score":6}'

of $c Compensation '{"fault":"none","amount":900}' 0
of $c Compensation '{"fault":"shared","amount":0.05}' 0.03
of $c Compensation '{"fault":"ours","amount":80,"delay":14}' 80
of $c Compensation '{"fault":"ours","amount":80,"delay":16}' 90
of $c Compensation '{"fault":"ours","amount":80,"delay":90}' 230
of $c Compensation '{"fault":"ours"}' 25
of $c Compensation '{"amount":80}' null

of $p Risk '{"area":30}' null
of $p Risk '{"use":"dwelling","area":30,"objections":[{}]}' '"low"'
of $p Risk '{"use":"dwelling","objections":[{},{}]}' '"moderate"'
of $p Risk '{"use":"other","monument":true,"cost":50000}' '"moderate"'
of $p Risk '{"use":"other","monument":true,"cost":50000.01}' '"high"'
of $p Risk '{"use":"assembly","area":200}' '"moderate"'
of $p Risk '{"use":"assembly","area":201}' '"high"'
of $p Risk '{"use":"dwelling","flood_zone":true}' '"high"'
of $p Risk '{"use":"business","flood_zone":true}' '"moderate"'

# claims: what holds a settlement, what is paid, and who has to approve it
c=insurance-claim/claim
when='"case":{"received":"2026-03-02T08:00:00"},"loss_on":"2026-03-01"'
of $c 'Fraud indicator' "{$when,\"insured_since\":\"2024-01-01\"}" '"none"'
of $c 'Fraud indicator' "{$when,\"insured_since\":\"2026-02-20\"}" '"some"'
of $c 'Fraud indicator' "{$when,\"insured_since\":\"2026-01-30\"}" '"none"'
of $c 'Fraud indicator' "{$when,\"loss\":\"theft\"}" '"some"'
of $c 'Fraud indicator' "{$when,\"loss\":\"theft\",\"police\":\"7\"}" '"none"'
of $c 'Fraud indicator' "{$when,\"loss\":\"theft\",\"claims_before\":3}" \
    '"strong"'
of $c Risk '{}' null
of $c Risk '{"claimed":300}' '"low"'
of $c Risk '{"claimed":300,"line":"liability"}' '"moderate"'
of $c Risk '{"claimed":50000.01}' '"high"'
of $c Risk '{"claimed":300,"fraud":"strong"}' '"high"'
of $c Reserve '{"claimed":500,"injured":false}' 500
of $c Reserve '{"claimed":1000,"injured":false}' 1100
of $c Reserve '{"claimed":1000,"injured":true}' 10000
of $c Settlement '{"covered":"no"}' 0
of $c Settlement '{"covered":"yes","assessed":1200,"liable":50}' 600
of $c Settlement '{"covered":"yes","assessed":1200,"liable":100,"excess":200}' \
    1000
of $c Settlement '{"covered":"partly","assessed":1200,"liable":100}' 600
of $c Settlement '{"covered":"yes","assessed":100,"liable":100,"excess":200}' 0
of $c Settlement '{"covered":"yes"}' null
of $c Authority '{"settlement":500}' '[]'
of $c Authority '{"settlement":500,"fraud":"strong"}' '["decide","manage"]'
of $c Authority '{"settlement":5000}' '["decide"]'
of $c Authority '{"settlement":5000.01}' '["manage"]'
of $c Authority '{"settlement":25000.01}' '["decide","manage"]'

# who handles a claim: of each candidate, by what is known of them
c=insurance-claim/who
of $c Assignment '{"candidate":{"load":150,"known":true}}' null
of $c Assignment '{"candidate":{"load":3,"known":true}}' 100
of $c Assignment '{"claimed":500,"candidate":{"load":3,"known":false,
    "unlimited":false,"limit":500}}' 50
of $c Assignment '{"claimed":500,"candidate":{"load":3,"known":false,
    "unlimited":false,"limit":499}}' 10
tool_end
