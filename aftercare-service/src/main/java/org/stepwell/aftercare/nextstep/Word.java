package org.stepwell.aftercare.nextstep;

import org.stepwell.contracts.aftercare.AftercareFact.NextStepChanged.By;

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
}
