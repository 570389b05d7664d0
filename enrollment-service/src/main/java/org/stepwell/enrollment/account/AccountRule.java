package org.stepwell.enrollment.account;

import org.stepwell.platform.problem.Refusal;
import org.stepwell.platform.problem.Rule;

/** Every reason to say no about invitations and accounts. */
enum AccountRule implements Rule {
    INVITATION_NOT_VALID(409, "An invitation is accepted with its code, once, before it ends."),
    INVITATION_IS_OVER(409, "Only an invitation that nobody accepted yet is revoked."),
    ROLE_NOT_YOURS_TO_GIVE(403, "Everybody gives and takes only the roles that theirs may give."),
    INVITED_AS_ONE(400, "An invitation is for a patient, or for a member of the staff with roles of the staff."),
    TREATING_STAFF_IS_NAMED(400, "Whoever treats patients is invited as the member of the staff they are."),
    ACCOUNT_EXISTS(409, "A user has one account at a clinic."),
    PERSON_HAS_ACCOUNT(409, "A member of the staff or a patient has one account."),
    ACCOUNT_GOES_FORWARD(409, "An account is suspended while it is in use, and comes back after that."),
    PARTNER_SIGNS_WITH_ITS_KEY(
            400, "A partner's system signs in with a key of its own: RSA of 2048 to 8192 bits, or the curve P-384."),
    PARTNER_HAS_TWO_ACCOUNTS(409, "A partner has two service accounts at most: one in use, and one to change to."),
    WORKS_HERE_NO_MORE(409, "Only who works at the clinic is let in as one of its staff."),
    OWN_ACCOUNT(409, "Nobody changes their own account."),
    CLINIC_KEEPS_ADMINISTRATOR(409, "A clinic keeps somebody who may let others in.");

    private final int status;
    private final String sentence;

    AccountRule(int status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public int status() {
        return status;
    }

    /** A wrong, an expired, a revoked and a used code are answered alike: nobody learns which codes there were. */
    static Refusal notValid() {
        return new Refusal(INVITATION_NOT_VALID, "This code opens nothing. Ask the clinic for a new invitation.");
    }
}
