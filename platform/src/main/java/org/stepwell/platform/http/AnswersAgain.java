package org.stepwell.platform.http;

import jakarta.inject.Singleton;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Sends the stored answer; a repeated request is no error. */
@Singleton
class AnswersAgain {

    @ServerExceptionMapper
    RestResponse<String> again(AnsweredBefore before) {
        return before.answer();
    }
}
