package org.stepwell.therapy.notetext;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is written about one patient in one session: of a group how they took part, responded, and a text; of a visit the sections
 * of its format.
 *
 * @param format of a visit alone
 * @param sections of a visit alone
 * @param risk missing as long as nobody has said it
 */
public record PartText(
        @Nullable Participation participation,
        @Nullable String response,
        @Nullable String text,
        @Nullable NoteFormat format,
        List<SectionText> sections,
        @Nullable RiskNoted risk,
        @Nullable String riskText,
        @Nullable String nextSession) {

    /** As long as nobody wrote it. */
    static final PartText EMPTY = new PartText(null, null, null, null, List.of(), null, null, null);

    /** All that is written about the patient. */
    String whole() {
        return String.join(
                "\n",
                Stream.concat(
                                Stream.of(response, text, riskText, nextSession),
                                sections.stream().map(SectionText::text))
                        .map(PartText::said)
                        .toList());
    }

    /** What must not be another's: the text, how they responded, and the two together. */
    List<Wording> wordings() {
        return List.of(Wording.of(text), Wording.of(response), Wording.of(response, text));
    }

    /** What a fingerprint is made of. */
    public List<Object> canonical() {
        var fields = new ArrayList<Object>();
        Stream.of(participation, format, risk).forEach(code -> fields.add(code == null ? "" : code));
        Stream.of(response, text, riskText, nextSession).map(PartText::said).forEach(fields::add);
        fields.add(sections.size());
        sections.forEach(one -> {
            fields.add(one.section());
            fields.add(one.text());
        });
        return fields;
    }

    /** Whether a group's part says something of this patient alone. */
    boolean hasText() {
        return isSaid(text);
    }

    /** Of a visit, the sections that say nothing yet; all of them where no format was chosen. */
    List<NoteSection> emptySections() {
        var chosen = format == null ? NoteFormat.SOAP : format;
        return chosen.sections().stream()
                .filter(section -> sections.stream().noneMatch(one -> one.section() == section && isSaid(one.text())))
                .toList();
    }

    /** Whether it is said which risk was noted, and what it was. */
    boolean saysRisk() {
        return risk != null && (!risk.needsWords() || isSaid(riskText));
    }

    private static boolean isSaid(@Nullable String words) {
        return words != null && !words.isBlank();
    }

    private static String said(@Nullable String words) {
        return words == null ? "" : words;
    }
}
