# SPDX-License-Identifier: MIT
# What you may not see does not exist: a statement over tables that belong to
# dossiers carries the predicate, or its function says why it need not:
#   /* opened: ... */  it stands behind a handle that dossier_open() gave
#   /* reach: ... */   it shows no content, or not to a person
. "$(dirname "$0")/law.sh"

# What is read of documents, notes and tasks asks for their compartments as
# well, or its function says why it need not: /* whole: ... */

# A macro counts where it is used; a function is what ends with "}" in the
# first column.
bare() {	# TABLES REASONS
	c_files modules/core/store | grep '\.c$' | grep -v '/db' |
	while read -r f; do
		awk -v file="$f" -v tables="$1" -v reasons="$2" '
		function look(text) {
			return text ~ tables
		}
		function reason(text) {
			return text ~ reasons
		}
		function code(text,  a, b) {	# without remarks
			while ((a = index(text, "/*")) > 0) {
				b = index(substr(text, a), "*/")
				if (b == 0)
					break
				text = substr(text, 1, a - 1) \
				    substr(text, a + b + 1)
			}
			return text
		}
		/^#define / { name = $2; sub(/\(.*/, "", name); body = "" }
		name != "" {
			body = body $0 " "
			if ($0 !~ /\\$/) {
				if (look(body)) risky[name] = 1
				if (reason(body)) safe[name] = 1
				name = ""
			}
			next
		}
		/^[a-z_]+\(/ && fn == "" { fn = $0; sub(/\(.*/, "", fn) }
		{ block = block $0 " " }
		/^}/ || /^    .*;$/ && fn == "" {
			ok = reason(block)
			block = code(block)
			bad = look(block)
			for (m in risky)
				if (block ~ ("[^A-Z_]" m "[^A-Z_]")) bad = 1
			for (m in safe)
				if (block ~ ("[^A-Z_]" m "[^A-Z_]")) ok = 1
			if (bad && !ok)
				print file ": " (fn == "" ? "a constant" : fn)
			block = ""; fn = ""
		}' "$f"
	done
}

dossiers() {
	bare '(FROM|JOIN|UPDATE) (dossier|party|dossier_label|dossier_link|task|note|document|dossier_phase|field_value|dossier_search|dossier_fts|event|event_body|decision|decision_why|assignment|goal|goal_step|goal_value|appointment|appointment_person|appointment_except|deadline|deadline_span|deadline_notice|promise|careplan|careplan_edition|careplan_line|problem_goal|service|service_day|proceeding|bundle|bundle_part|counsel|booking|offer|strength|referral|referral_report|exchange|problem|allergy|medication|encounter|alert|fhir_kept|disclosure_request|disclosure_item|disclosure|part2|hearing|docket_entry|docket_document|judgment|docket_party|docket_counsel|share|share_document|share_mail|handover_case|handover_line|approval|approval_act|approval_input|plan_item|plan_mark|plan_call|plan_trouble|arrival|arrival_file|note_draft|note_seal|note_signature)[^a-z_]' \
	    'VISIBLE|/[*] (opened|reach): [^ ]'
}

parts() {
	bare '(FROM|JOIN) (task|note|document|booking)[^a-z_]' \
	    'PART_VISIBLE|compartment|/[*] (reach|whole): [^ ]'
}

law 'a statement over dossiers has the predicate or a named reason' dossiers
law 'and one over documents, notes and tasks asks for compartments' parts
laws_end
