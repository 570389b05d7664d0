package org.stepwell.aftercare.letter;

import java.time.ZoneId;
import org.stepwell.platform.consent.Permit;

/** A letter on paper. Its file is made when it is asked for, and kept nowhere. */
final class LetterPdf {

    private static final float LARGE = 18;
    private static final float MEDIUM = 13;
    private static final float PLAIN = 11;

    private LetterPdf() {}

    static byte[] of(Said said, Receiver receiver, Permit permit, ZoneId zone) {
        var words = LetterWords.of(said, receiver, permit, zone);
        return Paper.filled(paper -> {
            paper.write(said.clinic(), LARGE);
            paper.write(LetterWords.day(said.on()), PLAIN);
            paper.write(words.to(), PLAIN);
            paper.write(words.opening(), PLAIN);
            for (var told : words.told()) {
                paper.write(told, PLAIN);
            }
            paper.write(words.asked(), PLAIN);
            paper.write("You answer by the link that came with this letter, once, or by calling us.", PLAIN);
            paper.write("The patient's consent", MEDIUM);
            paper.write(words.scope(), PLAIN);
            paper.write("Notice", MEDIUM);
            paper.write(words.notice(), PLAIN);
        });
    }
}
