package org.stepwell.platform.problem;

/** The reasons to say no that every HTTP door has. */
public enum HttpRule implements Rule {
    UNREADABLE_BODY(400, "The body is JSON that follows the operation's schema."),
    INVALID_REQUEST(400, "Every field and parameter keeps its constraints."),
    UNCLEAR_PATH(400, "A path is written in one way only."),
    NOT_AUTHENTICATED(401, "A request carries a valid access token."),
    STEP_UP_REQUIRED(401, "What weighs heavily is done after signing in with a second factor."),
    NOT_ALLOWED(403, "The caller may do what they ask for."),
    ACCOUNT_NOT_ACTIVE(403, "Whoever comes in has an account at the clinic, and it is active."),
    PURPOSE_NOT_ALLOWED(403, "The purpose of use is one that the caller's role may have."),
    NOT_FOUND(404, "The thing asked for is there, and the caller may know of it."),
    METHOD_NOT_ALLOWED(405, "The operation exists."),
    NOT_ACCEPTABLE(406, "The answer is JSON."),
    STALE_VERSION(412, "A change is made to the version last read."),
    BODY_TOO_LARGE(413, "A body has at most 1 MiB, or what its operation takes beyond that."),
    URI_TOO_LONG(414, "A URL has at most 8 KiB."),
    UNSUPPORTED_MEDIA_TYPE(415, "The body is sent as application/json, or as its operation says."),
    IDEMPOTENCY_KEY_REUSED(422, "An Idempotency-Key belongs to one request."),
    STILL_RUNNING(409, "A request with the same Idempotency-Key has been answered."),
    REFERENCE_UNKNOWN(409, "What is referred to exists in this clinic."),
    PATIENT_WAS_MERGED(409, "A record that was merged is read and written where it went."),
    MADE_MEANWHILE(409, "What is made is not there yet."),
    VERSION_REQUIRED(428, "A change names the version it was made to, in If-Match."),
    TOO_MANY_REQUESTS(429, "Nobody asks so often that others have to wait."),
    HEADERS_TOO_LARGE(431, "The headers have at most 16 KiB."),
    OUR_MISTAKE(500, "The service works."),
    TRY_AGAIN(503, "The service and what it needs are available.");

    private final int status;
    private final String sentence;

    HttpRule(int status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
