package org.stepwell.platform.measure;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stepwell.instruments.BadAnswer;
import org.stepwell.instruments.Instrument;
import org.stepwell.instruments.Instruments;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;

/** Scores what a form says was answered; whatever does not fit the questionnaire is pointed at. */
@Singleton
public class Scoring {

    private final Instruments instruments;

    Scoring(Instruments instruments) {
        this.instruments = instruments;
    }

    /**
     * Scores a form whose fields are {@code instrument}, {@code group} and {@code answers}.
     *
     * @param group for which group of people the total is read, where the instrument knows several
     */
    public Scored score(String instrument, @Nullable String group, List<AnswerForm> answers) {
        var questionnaire = questionnaire(instrument);
        var theirs = theirs(questionnaire, group);
        try {
            return Scored.by(questionnaire, byItem(answers), theirs);
        } catch (BadAnswer answer) {
            int place = answers.stream().map(AnswerForm::item).toList().indexOf(answer.item());
            throw bad(place < 0 ? "/answers" : "/answers/" + place, answer.advice());
        }
    }

    /** When it was taken: now, unless the form says an earlier time. */
    public static Instant takenAt(@Nullable Instant said, Instant now) {
        if (said != null && said.isAfter(now)) {
            throw bad("/takenAt", "It is not %s yet (now %s).".formatted(said, now));
        }
        return said == null ? now : said;
    }

    private Instrument questionnaire(String code) {
        return instruments.find(code).orElseThrow(() -> {
            var known = instruments.all().stream().map(Instrument::code).collect(Collectors.joining(", "));
            return bad("/instrument", "There is no instrument %s here; there are %s.".formatted(code, known));
        });
    }

    /** One of the instrument's groups, where it has some: nobody is compared with the wrong people. */
    private static @Nullable String theirs(Instrument questionnaire, @Nullable String group) {
        if (group == null
                ? questionnaire.groups().isEmpty()
                : questionnaire.groups().contains(group)) {
            return group;
        }
        throw bad(
                "/group",
                questionnaire.groups().isEmpty()
                        ? "%s reads a total alike for everybody; leave the group out.".formatted(questionnaire.code())
                        : "%s reads a total by group; say one of %s."
                                .formatted(questionnaire.code(), String.join(", ", questionnaire.groups())));
    }

    /** An item is answered once. */
    private static Map<String, Integer> byItem(List<AnswerForm> answers) {
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

    private static Refusal bad(String pointer, String advice) {
        return new Refusal(HttpRule.INVALID_REQUEST, advice, List.of(new FieldError(pointer, advice)));
    }
}
