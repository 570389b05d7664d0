package org.stepwell.aftercare.letter;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.stepwell.aftercare.nextstep.DaysAhead;
import org.stepwell.aftercare.nextstep.DeclineReason;
import org.stepwell.platform.consent.Permit;

/** What a receiver sees, one page after the other; nothing in them runs, or is loaded from elsewhere. */
final class LetterPages {

    private LetterPages() {}

    /** Who asks, and that somebody is referred; nothing else. */
    static String first(Said said, String secret) {
        return page(said, """
                <p>%s would like to refer somebody to you, and asks for an answer by %s.</p>
                <p>What we may tell you of them is protected by federal law. It is shown to you if their consent allows it
                at that moment, and each time that it is shown is written down.</p>
                <form method="post" action="%s/opening"><button>Show the referral</button></form>
                """.formatted(escaped(said.clinic()), LetterWords.day(said.answerBy()), secret));
    }

    /** What is asked, with the notice, and where to answer. */
    static String content(Said said, Receiver receiver, Permit permit, ZoneId zone, DaysAhead days) {
        var words = LetterWords.of(said, receiver, permit, zone);
        return page(said, """
                <p>%s</p>
                <p>%s</p>
                <p>%s</p>
                %s
                <p>%s</p>
                %s
                <form method="post" action="decline">
                <label>We do not, because <select name="reason" required>%s</select></label>
                <button>Decline</button></form>
                <h2>The patient's consent</h2>
                <p>%s</p>
                <p>%s</p>
                """.formatted(
                        LetterWords.day(said.on()),
                        escaped(words.to()),
                        escaped(words.opening()),
                        words.told().stream()
                                .map(one -> "<p>%s</p>".formatted(escaped(one)))
                                .collect(Collectors.joining("\n")),
                        escaped(words.asked()),
                        acceptance(said.date(), days),
                        reasons(),
                        escaped(words.scope()),
                        escaped(words.notice())));
    }

    /** That the day can not be, and which can; nothing of what the letter says. */
    static String anotherDay(Said said, DaysAhead days) {
        return page(said, """
                <p>Your answer was not taken: please choose a day from %s to %s.</p>
                %s
                <p>If none of these days suits you, please call %s. To see the referral again, or to decline, go back.</p>
                """.formatted(
                        LetterWords.day(days.first()),
                        LetterWords.day(days.last()),
                        acceptance(days.first(), days),
                        escaped(said.clinic())));
    }

    private static String acceptance(LocalDate day, DaysAhead days) {
        return """
                <form method="post" action="acceptance">
                <label>We receive them on <input type="date" name="day" value="%s" min="%s" max="%s" required></label>
                <button>Accept</button></form>""".formatted(day, days.first(), days.last());
    }

    /** That the answer was taken. */
    static String thanks(Said said) {
        return page(said, "<p>Thank you. %s has your answer.</p>".formatted(escaped(said.clinic())));
    }

    private static String page(Said said, String body) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>Document</title></head>
                <body>
                <h1>%s</h1>
                %s</body>
                </html>
                """.formatted(escaped(said.clinic()), body);
    }

    private static String reasons() {
        return Arrays.stream(DeclineReason.values())
                .map(reason -> "<option value=\"%s\">%s</option>".formatted(reason, inWords(reason)))
                .collect(Collectors.joining());
    }

    private static String inWords(DeclineReason reason) {
        return switch (reason) {
            case NO_PLACE -> "we have no place";
            case NOT_SUITABLE -> "we do not offer what they need";
            case NOT_COVERED -> "we do not take their insurance";
            case TOO_FAR -> "it is too far for them";
            case NOT_REACHED -> "we could not reach them";
            case ANOTHER_REASON -> "of another reason";
        };
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
