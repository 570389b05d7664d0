package org.stepwell.aftercare.nextstep;

import org.stepwell.contracts.aftercare.AftercareFact.NextStepChanged.By;
import org.stepwell.contracts.code.NextStepKind;
import org.stepwell.platform.problem.Refusal;

/**
 * Whose word it is, and who brings it.
 *
 * @param by who is held to it: the patient, the receiver or the staff
 * @param onBehalf true where staff wrote down what somebody else said
 */
record Word(By by, boolean onBehalf) {

    static final Word OF_PATIENT = new Word(By.PATIENT, false);
    static final Word OF_STAFF = new Word(By.STAFF, false);
    static final Word OF_STAFF_FOR_PATIENT = new Word(By.STAFF, true);
    static final Word OF_RECEIVER = new Word(By.RECEIVER, true);
    static final Word OF_RECEIVER_THEMSELVES = new Word(By.RECEIVER, false);

    /** Whose acceptance a step takes: the patient commits to a meeting, a receiver accepts all else. */
    static Word accepting(NextStepKind kind, boolean patientAsks) {
        if (Proposal.isMeeting(kind)) {
            return patientAsks ? OF_PATIENT : OF_STAFF_FOR_PATIENT;
        }
        if (patientAsks) {
            throw new Refusal(
                    NextStepRule.RECEIVER_ACCEPTS,
                    "A %s is confirmed by the care team, who asked the receiver.".formatted(kind));
        }
        return OF_RECEIVER;
    }

    /** Whose no it is. */
    static Word declining(NextStepKind kind, boolean patientAsks) {
        if (patientAsks) {
            return OF_PATIENT;
        }
        return Proposal.isMeeting(kind) ? OF_STAFF_FOR_PATIENT : OF_RECEIVER;
    }
}
