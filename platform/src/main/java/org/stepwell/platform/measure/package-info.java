/** Questionnaires as every service takes, scores, keeps and shows them; each says only whose they are. */
@NullMarked
package org.stepwell.platform.measure;

import org.jspecify.annotations.NullMarked;
