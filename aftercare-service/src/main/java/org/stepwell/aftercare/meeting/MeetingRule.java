package org.stepwell.aftercare.meeting;

import org.stepwell.platform.problem.Rule;

/** Every reason to say no about meetings and their feeds. */
enum MeetingRule implements Rule {
    FEED_OF_ANOTHER_CLINIC("A feed is replaced by the clinic that loaded it first; everybody finds its meetings."),
    FEED_WITHOUT_MEETINGS("A feed in which no meeting can be read changes nothing."),
    FEED_SHRANK("A feed that loses most of its meetings at once is taken when somebody says that they are gone."),
    FEED_WITHOUT_ADDRESS("A feed is fetched from the address that its settings name.");

    private final String sentence;

    MeetingRule(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
