package org.stepwell.platform.measure;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.instruments.Instrument;
import org.stepwell.instruments.Item;

/** A questionnaire as it is asked: what a screen shows, word for word, with the notice of its owner. How it is scored stays here. */
@Schema(name = "Instrument")
public record InstrumentView(
        @Schema(examples = "PHQ-9") String code,
        @Schema(examples = "1") String version,
        @Schema(examples = "en") String language,

        @Schema(examples = "Patient Health Questionnaire (PHQ-9)")
        String title,

        @Schema(examples = "Over the last 2 weeks, how often have you been bothered by any of the following problems?")
        String question,

        @Schema(examples = "Developed by Drs. Robert L. Spitzer ...", description = "shown wherever its text is shown")
        String notice,

        @Schema(examples = "false", description = "whether it is not taken while an answer is missing")
        boolean whole,

        @Schema(
                examples = "[]",
                description = "of people for whom the same total means different things; say which applies")
        List<String> groups,

        List<Question> items) {

    /**
     * One question.
     *
     * @param notAskedAfter items that, when each of one group was answered with zero, make this one needless
     */
    @Schema(name = "InstrumentItem")
    public record Question(
            @Schema(examples = "9", description = "by which an answer is sent")
            String item,

            @Schema(examples = "Little interest or pleasure in doing things")
            String text,

            @Schema(examples = "past 30 days", description = "which time it asks about, where items differ in it")
            @Nullable
            String window,

            List<Choice> choices,

            @Nullable Range number,
            @Schema(examples = "[]") List<List<String>> notAskedAfter) {}

    /** A box to tick. */
    @Schema(name = "InstrumentChoice")
    public record Choice(
            @Schema(examples = "1", description = "what is sent")
            int value,

            @Schema(examples = "Several days") String label) {}

    /** Where a whole number is asked for instead. */
    @Schema(name = "InstrumentRange")
    public record Range(
            @Schema(examples = "0") int from,
            @Schema(examples = "30") int to) {}

    /** As it is asked. */
    public static InstrumentView of(Instrument instrument) {
        return new InstrumentView(
                instrument.code(),
                instrument.version(),
                instrument.language(),
                instrument.title(),
                instrument.question(),
                instrument.licence().notice(),
                instrument.whole(),
                instrument.groups(),
                instrument.items().stream().map(item -> asked(instrument, item)).toList());
    }

    private static Question asked(Instrument instrument, Item item) {
        var answers = instrument.answersTo(item);
        var number = answers.number();
        return new Question(
                item.label(),
                item.text(),
                item.window(),
                answers.choices().stream()
                        .map(answer -> new Choice(answer.value(), answer.label()))
                        .toList(),
                number == null ? null : new Range(number.from(), number.to()),
                item.notAskedAfter());
    }
}
