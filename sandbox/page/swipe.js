// A swipe to the left over a message on a touch screen means "reply".

const START_PX = 14;
const ENOUGH_PX = 56;
const FARTHEST_PX = 80;

export function followSwipes(area, reply) {
  let touch = null;
  area.addEventListener("touchstart", (event) => {
    const article = event.target.closest(".message");
    const [finger] = event.touches;
    touch = article && event.touches.length === 1 ? { article, x: finger.clientX, y: finger.clientY, moving: false } : null;
  }, { passive: true });
  area.addEventListener("touchmove", (event) => {
    if (!touch) return;
    const left = touch.x - event.touches[0].clientX;
    const aside = Math.abs(event.touches[0].clientY - touch.y);
    if (!touch.moving && (aside > START_PX || left < -START_PX)) touch = null;
    else if (touch.moving || left > START_PX) {
      touch.moving = true;
      touch.left = left;
      touch.article.style.transform = `translateX(${-Math.max(0, Math.min(left, FARTHEST_PX))}px)`;
      event.preventDefault();
    }
  }, { passive: false });
  const finish = () => {
    if (!touch) return;
    touch.article.style.transform = "";
    if (touch.moving && touch.left > ENOUGH_PX) reply(touch.article);
    touch = null;
  };
  area.addEventListener("touchend", finish);
  area.addEventListener("touchcancel", finish);
}
