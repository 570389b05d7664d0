package org.stepwell.platform.event;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;

/** A key that is held for a listener. As text, its three words stand side by side; only the last may have blanks in it. */
record ParkedKey(String listener, String topic, String key) {

    /** Before all others. */
    static final ParkedKey FIRST = new ParkedKey("", "", "");

    /** As a page names its last one; the first where nothing is said, 400 where it is none. */
    static ParkedKey after(@Nullable String text) {
        return Optional.ofNullable(text)
                .map(said -> said.split(" ", 3))
                .map(words -> {
                    if (words.length != 3) {
                        throw new Refusal(
                                HttpRule.INVALID_REQUEST,
                                "Say what the page before answered as its \"after\".",
                                List.of(new FieldError("after", "a listener, a topic and a key")));
                    }
                    return new ParkedKey(words[0], words[1], words[2]);
                })
                .orElse(FIRST);
    }

    @Override
    public String toString() {
        return listener + " " + topic + " " + key;
    }
}
