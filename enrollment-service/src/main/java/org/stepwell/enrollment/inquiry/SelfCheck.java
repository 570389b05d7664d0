package org.stepwell.enrollment.inquiry;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether an intensive outpatient program may be a place to ask, in plain words and from a few answers. It diagnoses nothing
 * and decides nothing: whoever answers is told whom to talk to. Who needs somebody around the clock, or is in danger, is told so
 * before anything else.
 */
final class SelfCheck {

    private static final List<Line> LINES = List.of(
            new Line("911", "Emergency: somebody is in danger, has overdosed, or is very sick from stopping."),
            new Line("988", "Suicide and Crisis Lifeline: call or text, day and night."),
            new Line("1-800-662-4357", "National Helpline of SAMHSA: free, confidential, day and night."));

    private SelfCheck() {}

    /** Yes, no, or not sure: nobody has to know. */
    enum Reply {
        YES,
        NO,
        NOT_SURE
    }

    /** How much alcohol, drugs or how one feels get in the way of a day. */
    enum Weight {
        A_LITTLE,
        SOME,
        A_LOT
    }

    /**
     * What was answered.
     *
     * @param inDanger thoughts of suicide or of hurting somebody, an overdose, or sickness from stopping
     * @param needsSomebodyAlways somebody has to be there day and night to stay safe or not to use
     * @param leftInpatientCare out of a hospital, detox or residential program within the last month
     * @param hasSupport somebody, or a place, that helps between the hours of treatment
     */
    record Answers(
            Reply inDanger, Reply needsSomebodyAlways, Reply leftInpatientCare, Reply hasSupport, Weight weight) {}

    /** A number to call, and what it is for. */
    @Schema(name = "SelfCheckLine")
    record Line(
            @Schema(examples = "988") String call,

            @Schema(examples = "Suicide and Crisis Lifeline: call or text, day and night.")
            String why) {}

    /** What is said to whoever answered. */
    enum Advice {
        GET_HELP_NOW(
                "Please get help now: call 911, or call or text 988. You do not have to do this alone, and you can come to us"
                        + " later.",
                false),
        MORE_THAN_A_PROGRAM_BY_DAY(
                "Somebody around you day and night may be what helps most now: a hospital, a detox or a residential program."
                        + " We gladly help you to find one. Many people come to us afterwards.",
                true),
        LETS_TALK("It is not easy to say from here. Let us talk: a call takes about fifteen minutes.", true),
        A_STEP_DOWN(
                "Many people come to us after a hospital or a residential program, to go on with treatment while they live at"
                        + " home. Let us talk soon: the first weeks count.",
                true),
        LESS_MAY_DO(
                "Weekly sessions may be enough to begin with. We can tell you where to find them, and you can come to us when it"
                        + " gets harder.",
                true),
        MAY_FIT(
                "A program like ours may fit: about nine hours a week, on three to five days, mostly in groups, while you live at"
                        + " home and keep work or school. A first call says more.",
                true);

        private final String words;
        private final boolean callBack;

        Advice(String words, boolean callBack) {
            this.words = words;
            this.callBack = callBack;
        }
    }

    /** What is said, with the numbers that are always there. */
    @Schema(name = "SelfCheckResult")
    record Result(
            Advice advice,

            @Schema(examples = "It is not easy to say from here. Let us talk: a call takes about fifteen minutes.")
            String words,

            @Schema(description = "whether to offer a call back")
            boolean callBack,

            @Schema(description = "shown first where the advice is GET_HELP_NOW")
            List<Line> lines,

            @Schema(
                    examples =
                            "This is no diagnosis and no medical advice. Nothing you answered is kept, and nobody knows that you asked.")
            String note) {}

    /** The first that holds, the gravest first. */
    static Advice advice(Answers answers) {
        if (answers.inDanger() != Reply.NO) {
            return Advice.GET_HELP_NOW; // whoever is not sure is better asked by somebody who answers the phone
        }
        if (answers.needsSomebodyAlways() == Reply.YES) {
            return Advice.MORE_THAN_A_PROGRAM_BY_DAY;
        }
        boolean alone = answers.hasSupport() != Reply.YES && answers.weight() != Weight.A_LITTLE;
        if (answers.needsSomebodyAlways() == Reply.NOT_SURE || alone) {
            return Advice.LETS_TALK;
        }
        if (answers.leftInpatientCare() == Reply.YES) {
            return Advice.A_STEP_DOWN;
        }
        return answers.weight() == Weight.A_LITTLE ? Advice.LESS_MAY_DO : Advice.MAY_FIT;
    }

    static Result result(Answers answers) {
        var advice = advice(answers);
        return new Result(
                advice,
                advice.words,
                advice.callBack,
                LINES,
                "This is no diagnosis and no medical advice. Nothing you answered is kept, and nobody knows that you asked.");
    }
}
