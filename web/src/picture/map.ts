import { select } from "d3-selection";
import { zoom, zoomIdentity, type D3ZoomEvent, type ZoomBehavior } from "d3-zoom";
import { core, hit, labelled, marks, type Mark } from "./marks";
import { CLOSEST, fit, onScreen, project, scale, type Frame, type Point } from "./mercator";
import { nameOf, type Spot, type Standing } from "./shapes";
import type { World } from "./world";

/** What the map shows. */
export interface Shown {
  readonly points: readonly Spot[];
  readonly vague: readonly Spot[];
  readonly standings: readonly Standing[];
}

type Zoomed = D3ZoomEvent<HTMLCanvasElement, unknown>;

const STEP = 60;
const NOTHING: Shown = { points: [], vague: [], standings: [] };
const SCALE = 110;
/** Holders whose names the map still has room for; the list below it has them all. */
const NAMED = 25;
/** Of the claims, those that the map is turned to: a talk on another continent must not make it a globe. */
const SHARE = 0.9;

/**
 * A map on a canvas, moved by pointer, wheel, touch and keys. What it shows is in the lists beside it, too,
 * for those who do not see it.
 */
export class WorldMap {
  private shown = NOTHING;
  private frame: Frame = { k: 1, x: 0, y: 0 };
  private drawn: readonly Mark[] = [];
  private readonly behavior: ZoomBehavior<HTMLCanvasElement, unknown>;
  private waiting = 0;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly world: World,
    private readonly chosen: (spot: Spot | null) => void,
  ) {
    this.behavior = zoom<HTMLCanvasElement, unknown>()
      .scaleExtent([256, CLOSEST])
      .on("zoom", ({ transform }: Zoomed) => this.move(transform));
    select(canvas).call(this.behavior);
    canvas.addEventListener("click", (event) => this.chosen(this.under(event)?.spot ?? null));
    canvas.addEventListener("pointermove", (event) => canvas.classList.toggle("on-mark", this.under(event) !== null));
    canvas.addEventListener("keydown", (event) => this.key(event));
    new ResizeObserver(() => this.later()).observe(canvas);
  }

  /** Show places; `isNew` turns the map to where they are. */
  show(shown: Shown, isNew: boolean): void {
    this.shown = shown;
    const { clientWidth: width, clientHeight: height } = this.canvas;
    const places = [...shown.points, ...shown.vague.filter(({ precision }) => precision !== "country")];
    if (isNew) this.turn(fit(core(places, SHARE), width, height));
    this.later();
  }

  private turn({ k, x, y }: Frame): void {
    select(this.canvas).call(this.behavior.transform, zoomIdentity.translate(x, y).scale(k));
  }

  private move(transform: Frame): void {
    this.frame = { k: transform.k, x: transform.x, y: transform.y };
    this.later();
  }

  private key(event: KeyboardEvent): void {
    const by: Readonly<Record<string, readonly [number, number]>> = {
      ArrowLeft: [STEP, 0],
      ArrowRight: [-STEP, 0],
      ArrowUp: [0, STEP],
      ArrowDown: [0, -STEP],
    };
    const moved = by[event.key];
    const map = select(this.canvas);
    if (moved) this.turn({ ...this.frame, x: this.frame.x + moved[0], y: this.frame.y + moved[1] });
    else if (event.key === "+" || event.key === "=") map.call(this.behavior.scaleBy, 1.5);
    else if (event.key === "-") map.call(this.behavior.scaleBy, 1 / 1.5);
    else return;
    event.preventDefault();
  }

  private under({ offsetX: x, offsetY: y }: MouseEvent): Mark | null {
    return hit(this.drawn, { x, y });
  }

  private later(): void {
    cancelAnimationFrame(this.waiting);
    this.waiting = requestAnimationFrame(() => this.draw());
  }

  private draw(): void {
    const { clientWidth: width, clientHeight: height } = this.canvas;
    const pen = this.canvas.getContext("2d");
    if (!pen || !width) return;
    const ratio = devicePixelRatio;
    if (this.canvas.width !== Math.round(width * ratio)) this.canvas.width = Math.round(width * ratio);
    if (this.canvas.height !== Math.round(height * ratio)) this.canvas.height = Math.round(height * ratio);
    const colour = colours(this.canvas);
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.fillStyle = colour("--map-sea");
    pen.fillRect(0, 0, width, height);
    this.drawLand(pen, ratio, colour);
    this.drawn = marks(this.shown.points, this.shown.vague, this.frame);
    for (const mark of this.drawn) drawMark(pen, mark, colour);
    for (const each of this.shown.standings) this.drawStanding(pen, each, colour);
    this.drawNames(pen, colour);
    this.drawScale(pen, height, colour);
  }

  private drawLand(pen: CanvasRenderingContext2D, ratio: number, colour: Colour): void {
    const { k, x, y } = this.frame;
    pen.save();
    pen.setTransform(k * ratio, 0, 0, k * ratio, x * ratio, y * ratio);
    pen.fillStyle = colour("--map-land");
    pen.fill(this.world.land);
    pen.lineWidth = 1 / k;
    pen.strokeStyle = colour("--map-border");
    pen.stroke(this.world.land);
    pen.stroke(this.world.borders);
    for (const spot of this.shown.vague.filter(({ precision }) => precision === "country")) {
      const outline = this.world.country(spot);
      pen.lineWidth = 1.2 / k;
      pen.strokeStyle = colour("--map-vague");
      pen.setLineDash([2 / k, 3 / k]);
      if (outline) pen.stroke(outline);
    }
    pen.restore();
  }

  private drawStanding(pen: CanvasRenderingContext2D, { lat, lon, status, holders }: Standing, colour: Colour): void {
    if (lat === null || lon === null) return;
    const { x, y } = onScreen(project(lon, lat), this.frame);
    pen.save();
    pen.translate(x, y);
    pen.rotate(Math.PI / 4);
    pen.fillStyle = status === "contested" ? colour("--map-paper") : colour("--map-ink");
    pen.strokeStyle = colour("--map-ink");
    pen.lineWidth = 2;
    pen.fillRect(-5, -5, 10, 10);
    pen.strokeRect(-5, -5, 10, 10);
    pen.restore();
    const names = holders.map(({ name }) => name).join(", ");
    const words = status === "contested" ? `contested: ${names}` : names;
    if (this.shown.standings.length <= NAMED) written(pen, words, { x: x + 10, y: y - 12 }, colour);
  }

  private drawNames(pen: CanvasRenderingContext2D, colour: Colour): void {
    pen.font = `600 13px ${getComputedStyle(this.canvas).fontFamily}`;
    for (const { spot, at, radius } of labelled(this.drawn, (name) => pen.measureText(name).width)) {
      written(pen, nameOf(spot), { x: at.x + radius + 4, y: at.y + 4 }, colour);
    }
  }

  private drawScale(pen: CanvasRenderingContext2D, height: number, colour: Colour): void {
    const middle = 360 / Math.PI * Math.atan(Math.exp((0.5 - (height / 2 - this.frame.y) / this.frame.k) * 2 * Math.PI)) - 90;
    const { km, pixels } = scale(this.frame, middle, SCALE);
    pen.fillStyle = colour("--map-ink");
    pen.fillRect(14, height - 14, pixels, 2);
    written(pen, `${km} km`, { x: 14, y: height - 20 }, colour);
  }
}

type Colour = (name: string) => string;

function colours(element: HTMLElement): Colour {
  const style = getComputedStyle(element);
  return (name) => style.getPropertyValue(name).trim();
}

function drawMark(pen: CanvasRenderingContext2D, { at, radius, isVague, spot }: Mark, colour: Colour): void {
  pen.beginPath();
  pen.arc(at.x, at.y, radius, 0, 2 * Math.PI);
  pen.fillStyle = colour(isVague ? "--map-vague-fill" : "--map-point");
  pen.fill();
  pen.lineWidth = isVague ? 1.5 : 1;
  pen.strokeStyle = colour(isVague ? "--map-vague" : "--map-paper");
  pen.setLineDash(isVague ? [5, 4] : []);
  pen.stroke();
  pen.setLineDash([]);
  if (!isVague && spot.disputed) drawDispute(pen, at, radius, spot.disputed / spot.claims, colour);
}

/** A stroke through a point where accounts part, and a ring around it for the share of its claims that they part on. */
function drawDispute(pen: CanvasRenderingContext2D, { x, y }: Point, radius: number, share: number, colour: Colour): void {
  const [ring, end] = [radius + 2, radius * Math.SQRT1_2];
  pen.lineWidth = 2;
  pen.strokeStyle = colour("--map-paper");
  pen.beginPath();
  pen.moveTo(x - end, y + end);
  pen.lineTo(x + end, y - end);
  pen.stroke();
  pen.lineWidth = 3;
  pen.strokeStyle = colour("--map-dispute");
  pen.beginPath();
  pen.arc(x, y, ring, -Math.PI / 2, -Math.PI / 2 + 2 * Math.PI * share);
  pen.stroke();
}

function written(pen: CanvasRenderingContext2D, words: string, { x, y }: Point, colour: Colour): void {
  pen.lineJoin = "round";
  pen.lineWidth = 3.5;
  pen.strokeStyle = colour("--map-land");
  pen.strokeText(words, x, y);
  pen.fillStyle = colour("--map-ink");
  pen.fillText(words, x, y);
}

