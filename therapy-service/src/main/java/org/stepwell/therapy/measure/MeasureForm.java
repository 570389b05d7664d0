package org.stepwell.therapy.measure;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.instruments.BadAnswer;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;

/** A questionnaire as it was answered; an item without an answer is left out. */
@Schema(name = "MeasureForm")
record MeasureForm(
        @NotNull EpisodeId episode,

        @Schema(examples = "PHQ-9") @NotBlank @Size(max = 40)
        String instrument,

        @Schema(description = "now where it is left out") @Nullable
        Instant takenAt,

        @Schema(
                examples = "WOMEN",
                description = "for which group of people the total is read, where the instrument knows several")
        @Nullable
        @Size(max = 40)
        String group,

        @NotNull @Size(min = 1, max = 200) List<@NotNull @Valid AnswerForm> answers) {

    /** The answer to an item, by the label that the questionnaire gives it. */
    @Schema(name = "MeasureAnswerForm")
    record AnswerForm(
            @Schema(examples = "7A") @NotBlank @Size(max = 8)
            String item,

            @Schema(examples = "2") @NotNull Integer value) {}

    /** By item; an item is answered once. */
    Map<String, Integer> byItem() {
        var byItem = new HashMap<String, Integer>();
        IntStream.range(0, answers.size()).forEach(i -> {
            if (byItem.put(answers.get(i).item(), answers.get(i).value()) != null) {
                throw bad(
                        "/answers/" + i,
                        "Item %s is answered twice.".formatted(answers.get(i).item()));
            }
        });
        return byItem;
    }

    Refusal badAnswer(BadAnswer answer) {
        int place = answers.stream().map(AnswerForm::item).toList().indexOf(answer.item());
        return bad(place < 0 ? "/answers" : "/answers/" + place, answer.advice());
    }

    static Refusal bad(String pointer, String advice) {
        return new Refusal(HttpRule.INVALID_REQUEST, advice, List.of(new FieldError(pointer, advice)));
    }
}
