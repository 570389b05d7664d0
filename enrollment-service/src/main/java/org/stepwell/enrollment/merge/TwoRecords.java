package org.stepwell.enrollment.merge;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/**
 * What is known of two records before they become one.
 *
 * @param sameRecord whether both are one record already
 * @param waits whether the duplicate is on a list, or in
 * @param wasIn whether somebody was ever admitted under the duplicate
 * @param consented whether a consent is in force under the duplicate
 * @param comesIn whether an account or an invitation lets somebody in as the duplicate
 * @param duplicateStands stops and diagnoses that stand in the duplicate
 * @param survivorStands those that stand in the other
 * @param coveredTwice when coverages of the duplicate hold that meet one of the other in the same turn
 */
record TwoRecords(
        boolean sameRecord,
        boolean wasIn,
        boolean waits,
        boolean consented,
        boolean comesIn,
        Set<String> duplicateStands,
        Set<String> survivorStands,
        Set<String> coveredTwice) {

    /** Refuses to merge what has to be brought in order first, and says how. */
    void mustBeMergeable() {
        if (sameRecord) {
            throw refused(MergeRule.ONE_RECORD_IS_NO_DUPLICATE, "Name the other record.", "is the same record");
        }
        if (wasIn) {
            throw refused(
                    MergeRule.DUPLICATE_WAS_IN_CARE,
                    "Merge the other one into it, where nobody was in care under that; where both were, keep both.",
                    "was in care");
        }
        if (waits) {
            throw refused(
                    MergeRule.DUPLICATE_WAITS,
                    "Take them off the list, and put them on it under the record that goes on.",
                    "is on a list");
        }
        if (consented) {
            throw refused(
                    MergeRule.DUPLICATE_CONSENTED,
                    "Have it signed under the record that goes on, and revoke it here.",
                    "has a consent in force");
        }
        if (comesIn) {
            throw refused(
                    MergeRule.DUPLICATE_HAS_ACCOUNT,
                    "End the account, or revoke the invitation, and invite them under the record that goes on.",
                    "has an account or an invitation");
        }
        if (!coveredTwice.isEmpty()) {
            throw refused(
                    MergeRule.COVERED_IN_BOTH,
                    "Withdraw it in one of them, or say which ends before the other: the duplicate's holds %s."
                            .formatted(String.join(", ", new TreeSet<>(coveredTwice))),
                    "is covered on days on which the other is");
        }
        var both = new TreeSet<>(duplicateStands);
        both.retainAll(survivorStands);
        if (!both.isEmpty()) {
            throw refused(
                    MergeRule.STANDS_IN_BOTH,
                    "Clear or end it in one of them: %s.".formatted(String.join(", ", both)),
                    "has what the other has");
        }
    }

    private static Refusal refused(MergeRule rule, String advice, String detail) {
        return new Refusal(rule, advice, List.of(new FieldError("/duplicate", detail)));
    }
}
