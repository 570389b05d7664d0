package org.stepwell.platform.http;

import org.jboss.resteasy.reactive.RestResponse;

/** Leaves the operation undone and answers what was answered before. */
class AnsweredBefore extends RuntimeException {

    private final transient RestResponse<String> answer;

    AnsweredBefore(RestResponse<String> answer) {
        super("answered before", null, false, false);
        this.answer = answer;
    }

    RestResponse<String> answer() {
        return answer;
    }
}
