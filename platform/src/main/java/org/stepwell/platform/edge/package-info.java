/**
 * What every request passes before anybody asks what it is about: how often somebody may knock, what a request may look
 * like, which pages of the web may send it, and what every answer says to browsers and caches.
 *
 * <p>Limits are counted in the memory of one replica: with two of them a caller gets twice the rate, and a restart
 * forgets. They keep one caller from taking the clinic's service from all others; they are no quota.
 */
@NullMarked
package org.stepwell.platform.edge;

import org.jspecify.annotations.NullMarked;
