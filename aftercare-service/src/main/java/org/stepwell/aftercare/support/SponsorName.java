package org.stepwell.aftercare.support;

import java.util.regex.Pattern;

/** What a sponsor is called: one word of letters, or up to four initials. What looks like two names is refused. */
record SponsorName(String text) {

    private static final String LETTER = "\\p{L}\\p{M}*";
    private static final Pattern WORD = Pattern.compile("(?:%s){1,30}+".formatted(LETTER));
    private static final Pattern INITIALS = Pattern.compile("%1$s(?:(?:\\. ?| )%1$s){0,3}+\\.?".formatted(LETTER));

    SponsorName {
        if (!WORD.matcher(text).matches() && !INITIALS.matcher(text).matches()) {
            throw SupportRule.SPONSOR_BY_FIRST_NAME.at(
                    "/name", "One word of letters, such as Bill, or initials, such as B. or B.W.; no last name.");
        }
    }
}
