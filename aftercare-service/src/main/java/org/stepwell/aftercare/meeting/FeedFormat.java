package org.stepwell.aftercare.meeting;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a feed writes its meetings. */
@Schema(name = "FeedFormat")
enum FeedFormat {
    /** The Meeting Guide format, a list: <a href="https://github.com/code4recovery/spec">code4recovery/spec</a>. */
    MEETING_GUIDE,

    /** What a BMLT root server answers to {@code client_interface/json/?switcher=GetSearchResults&get_used_formats=1}. */
    BMLT
}
