# SPDX-License-Identifier: MIT
# No memory: the n-th allocation of a request gives nothing, once or from
# there on. The request is answered with a plain refusal, or its worker ends
# in good order; never is half of it written, nor said to be done.
. "$(dirname "$0")/faults.sh"
office
requests

for kind in $readings $writings; do
	measure $kind
	for ever in 0 1; do
		wrong=0 struck=0
		for n in $(samples "$allocations" 10); do
			strike $kind FAULT_MALLOC="$n" FAULT_EVER=$ever
			judge "$kind, allocation $n, ever $ever"
		done
		is "$kind: of $struck with ever=$ever went wrong" $wrong 0
	done
done
whole 'the store verifies'
