/** Sessions and the seats in them: the database sees to it that nobody is in two places at once. */
@NullMarked
package org.stepwell.scheduling.session;

import org.jspecify.annotations.NullMarked;
