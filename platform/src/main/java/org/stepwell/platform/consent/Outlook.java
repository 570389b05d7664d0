package org.stepwell.platform.consent;

/** What a service would answer if it were asked to disclose something. */
public enum Outlook {
    OPEN,
    CLOSED,
    /** It has not heard the register lately, so it would not disclose. */
    NOT_KNOWN
}
