# SPDX-License-Identifier: MIT
# The tables that ship: without faults, and what they say of plain matters.
. "$(dirname "$0")/tool.sh"

of() {	# MODEL DECISION INPUT RESULT
	dossier dmn evaluate "$top_srcdir/etc/casetypes/$1/$1.dmn" \
	    --decision "$2" --input "$3"
	is "$2 of $3" "$out" "$4"
}

for type in complaint permit; do
	dossier dmn check "$top_srcdir/etc/casetypes/$type/$type.dmn"
	has "$type has no fault" "$out" 'without faults'
done

of complaint Risk '{"amount":900,"vulnerable":true}' null
of complaint Risk '{"harm":"none"}' '{"risk":"low","score":0}'
of complaint Risk '{"harm":"inconvenience","amount":499.99,"repeated":true}' \
    '{"risk":"low","score":2}'
of complaint Risk '{"harm":"loss","amount":500}' '{"risk":"moderate","score":3}'
of complaint Risk '{"harm":"loss","amount":5000.01}' \
    '{"risk":"moderate","score":5}'
of complaint Risk '{"harm":"distress","subject":"privacy","vulnerable":true}' \
    '{"risk":"high","score":7}'
of complaint Risk '{"harm":"health"}' '{"risk":"high","score":6}'

of complaint Compensation '{"fault":"none","amount":900}' 0
of complaint Compensation '{"fault":"shared","amount":0.05}' 0.03
of complaint Compensation '{"fault":"ours","amount":80,"delay":14}' 80
of complaint Compensation '{"fault":"ours","amount":80,"delay":16}' 90
of complaint Compensation '{"fault":"ours","amount":80,"delay":90}' 230
of complaint Compensation '{"fault":"ours"}' 25
of complaint Compensation '{"amount":80}' null

of permit Risk '{"area":30}' null
of permit Risk '{"use":"dwelling","area":30,"objections":[{}]}' '"low"'
of permit Risk '{"use":"dwelling","objections":[{},{}]}' '"moderate"'
of permit Risk '{"use":"other","monument":true,"cost":50000}' '"moderate"'
of permit Risk '{"use":"other","monument":true,"cost":50000.01}' '"high"'
of permit Risk '{"use":"assembly","area":200}' '"moderate"'
of permit Risk '{"use":"assembly","area":201}' '"high"'
of permit Risk '{"use":"dwelling","flood_zone":true}' '"high"'
of permit Risk '{"use":"business","flood_zone":true}' '"moderate"'
tool_end
